using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A11: an edit causes at most one write of the linked record on the other side.</summary>
/// <remarks>
/// Counted are commits that change synced fields: a person has no more of them by the engine than its row was edited by others; a row likewise. One that was linked in the run
/// may have one more, which brings it up to date after it was linked: what makes the link was read before it. A value that others change on the target itself may be put right once. Source: engine.md A11.
/// </remarks>
internal sealed class EditWriteCheck : Check
{
    private static readonly HashSet<string> FromRow = Fields(FieldFlow.SalesforceToMarketo, mapped => mapped.Salesforce, ConsentLog.AtSalesforce);
    private static readonly HashSet<string> IntoPerson = Fields(FieldFlow.SalesforceToMarketo, mapped => mapped.Marketo, ConsentLog.AtMarketo);
    private static readonly HashSet<string> FromPerson = Fields(FieldFlow.MarketoToSalesforce, mapped => mapped.Marketo, ConsentLog.AtMarketo);
    private static readonly HashSet<string> IntoRow = Fields(FieldFlow.MarketoToSalesforce, mapped => mapped.Salesforce, ConsentLog.AtSalesforce);

    private readonly CheckSettings settings;
    private readonly LinkLog links = new();
    private readonly Dictionary<string, string> fromTheStart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> spoiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> edits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
    private bool touched;

    public EditWriteCheck(CheckSettings settings)
        : base("A11", "An edit is at most one write of the linked record")
    {
        this.settings = settings;
    }

    /// <summary>Somebody edited a person, a Lead or a Contact: then there is something to look at.</summary>
    protected override bool Applies => touched;

    public override void Start(SystemsState state)
    {
        links.Start(state);
        foreach (var person in state.People)
        {
            if (links.RowOf(person.Id) is { Length: > 0 } row && links.PersonOf(row) == person.Id)
            {
                fromTheStart[row] = RecordWords.Person + person.Id;
                fromTheStart[RecordWords.Person + person.Id] = row;
            }
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        var person = entry.IsPerson();
        if (!person && !entry.IsSalesforcePerson())
        {
            return;
        }

        links.OnCommit(entry);
        var target = person ? RecordWords.Person + entry.Id : entry.Id;
        if (!entry.IsEngine(settings))
        {
            touched |= entry.Actor != Actor.Rule;
            if (Touches(entry, person ? FromPerson : FromRow))
            {
                edits[target] = edits.GetValueOrDefault(target) + 1;
            }

            if (Touches(entry, person ? IntoPerson : IntoRow))
            {
                if (accounts.TryGetValue(target, out var own))
                {
                    own.Allowed++;
                }
                else
                {
                    spoiled[target] = spoiled.GetValueOrDefault(target) + 1;
                }
            }

            return;
        }

        if (Touches(entry, person ? IntoPerson : IntoRow))
        {
            Count(entry, target, person ? links.RowOf(entry.Id) : RecordWords.Person + links.PersonOf(entry.Id));
        }
    }

    private void Count(in CommitEntry entry, string target, string source)
    {
        Examined++;
        var now = edits.GetValueOrDefault(source);
        if (!accounts.TryGetValue(target, out var account) || account.Source != source)
        {
            // What makes the record carries all edits before it, and one more brings what came in between. A first write of one that was there may be that of the first of several edits.
            var others = now + spoiled.GetValueOrDefault(target) - 1;
            var wasLinked = fromTheStart.TryGetValue(target, out var mate) && mate == source;
            accounts[target] = new Account(source) { Seen = now, Allowed = entry.Op == "create" ? 1 : Math.Max(wasLinked ? 0 : 1, others) };
            return;
        }

        account.Allowed += now - account.Seen - 1;
        account.Seen = now;
        if (account.Allowed < 0)
        {
            account.Allowed = 0;
            Violate("Written more often than its counterpart was edited", entry.At, entry.Named(), entry.Call);
        }
    }

    private static bool Touches(in CommitEntry entry, HashSet<string> fields)
    {
        foreach (var change in entry.Fields)
        {
            if (fields.Contains(change.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> Fields(FieldFlow flow, Func<MappedField, string> name, string consent) =>
        new(MappedField.All.Where(mapped => mapped.Flow == flow || mapped.Flow == FieldFlow.Both).Select(name).Append(consent), StringComparer.Ordinal);

    /// <summary>What one record may still be written.</summary>
    private sealed class Account(string source)
    {
        public string Source { get; } = source;

        /// <summary>Edits of the source that were counted.</summary>
        public int Seen { get; set; }

        public int Allowed { get; set; }
    }
}
