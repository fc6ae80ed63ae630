using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A16: the engine links a person to a company only when the company is there: not before, and not by the write that makes it.</summary>
internal sealed class CompanyFirstCheck(CheckSettings settings) : Check("A16", "A company exists before its people refer to it")
{
    // The call that made it; 0 when none did.
    private readonly Dictionary<string, long> madeBy = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    protected override bool Applies => Examined > 0;

    public override void Start(SystemsState state)
    {
        foreach (var company in state.Companies.Where(company => company.Live))
        {
            Add(company.Id, company.Text(RecordWords.CompanyKey) ?? "", 0);
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.Object == RecordWords.Company)
        {
            if (entry.Op == "create" && entry.TryNew(RecordWords.CompanyKey, out var made))
            {
                Add(entry.Id, RecordWords.Text(made), entry.Call);
            }
            else if (entry.Op == "delete" && keys.Remove(entry.Id, out var gone))
            {
                madeBy.Remove(gone);
            }
        }
        else if (entry.IsPerson() && entry.IsEngine(settings) && entry.TryNew(RecordWords.CompanyKey, out var value) && value is string { Length: > 0 } key)
        {
            Examined++;
            if (!madeBy.TryGetValue(key, out var call))
            {
                Violate($"Linked to company '{key}', which is not there", entry.At, entry.Named(), entry.Call);
            }
            else if (call == entry.Call && call != 0)
            {
                Violate($"Company '{key}' came into being by the write of a person", entry.At, entry.Named(), entry.Call);
            }
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        // Of a write of people, 1013 speaks of a company that is not there; a person that is not there is 1004.
        if (entry.IsLeadWrite() && entry.IsEngine(settings) && entry.Has("1013"))
        {
            Violate("A person was refused because its company is not there", entry.At, "", entry.Call);
        }
    }

    private void Add(string id, string key, long call)
    {
        keys[id] = key;
        madeBy[key] = call;
    }
}
