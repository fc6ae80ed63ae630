using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A9: of a mapped field the engine writes no older value of its source than one that it wrote already, and no value that the source never had of its own.</summary>
/// <remarks>
/// Of a field that both sides may set, what the engine itself brought to the source is none of its values: to write it back is an echo, and undoes what was said since.
/// A value may have been the source's several times: the write is then taken for the first time that fits. When a person comes to another row, or a row to another
/// person, the order begins anew. What a Lead or Contact is created with may be a default. Source: engine.md R5, R6, A9.
/// </remarks>
internal sealed class ValueOrderCheck(CheckSettings settings) : Check("A9", "No older value of a field is written after a newer one")
{
    private readonly ValueHistory atMarketo = new();
    private readonly ValueHistory atSalesforce = new();
    private readonly LinkLog links = new();
    private readonly Dictionary<string, string> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Target, string Field), (string Source, long Version)> applied = [];
    private bool touched;

    /// <summary>Somebody edited a person, a Lead or a Contact: then there is something to look at.</summary>
    protected override bool Applies => touched;

    public override void Start(SystemsState state)
    {
        links.Start(state);
        atMarketo.Start(state.People);
        atSalesforce.Start(state.Leads.Concat(state.Contacts).Concat(state.Accounts));
        foreach (var company in state.Companies)
        {
            accounts[company.Id] = company.Text(RecordWords.CompanyKey) ?? "";
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        links.OnCommit(entry);
        var engine = entry.IsEngine(settings);
        touched |= entry.Actor != Actor.Rule && !engine && (entry.IsPerson() || entry.IsSalesforcePerson());
        if (entry.IsPerson())
        {
            Follow(entry, engine, atMarketo, links.RowOf(entry.Id), atSalesforce, toMarketo: true);
        }
        else if (entry.IsSalesforcePerson())
        {
            Follow(entry, engine && entry.Op == "update", atSalesforce, links.PersonOf(entry.Id), atMarketo, toMarketo: false);
        }
        else if (entry.Object == RecordWords.Account)
        {
            foreach (var change in entry.Fields)
            {
                if (CompanyFields.IsSalesforce(change.Name))
                {
                    atSalesforce.Add(entry.Id, change.Name, change.New);
                }
            }
        }
        else if (entry.Object == RecordWords.Company)
        {
            OnCompany(entry, engine);
        }
    }

    private void Follow(in CommitEntry entry, bool engine, ValueHistory own, string source, ValueHistory sources, bool toMarketo)
    {
        foreach (var change in entry.Fields)
        {
            var (known, isCarried) = (false, false);
            foreach (var mapped in MappedField.All)
            {
                if (change.Name != (toMarketo ? mapped.Marketo : mapped.Salesforce))
                {
                    continue;
                }

                known = true;
                isCarried |= engine && entry.Op == "update" && mapped.Flow == FieldFlow.Both;
                if (engine && source.Length > 0 && mapped.Flow != (toMarketo ? FieldFlow.MarketoToSalesforce : FieldFlow.SalesforceToMarketo) && IsOf(mapped, toMarketo ? source : entry.Id))
                {
                    var value = change.New;
                    Judge(entry, change.Name, source, toMarketo ? mapped.Salesforce : mapped.Marketo, sources, other => toMarketo ? Canonical.Same(mapped, other, value) : Canonical.Same(mapped, value, other));
                }
            }

            if (known)
            {
                own.Add(entry.Id, change.Name, change.New, isCarried);
            }
        }
    }

    private void OnCompany(in CommitEntry entry, bool engine)
    {
        if (entry.TryNew(RecordWords.CompanyKey, out var key))
        {
            accounts[entry.Id] = RecordWords.Text(key);
        }

        if (!engine || accounts.GetValueOrDefault(entry.Id) is not { Length: > 0 } account)
        {
            return;
        }

        foreach (var (salesforce, marketo) in CompanyFields.All)
        {
            if (entry.TryNew(marketo, out var value))
            {
                Judge(entry, marketo, account, salesforce, atSalesforce, other => CompanyFields.Same(other, value));
            }
        }
    }

    private void Judge(in CommitEntry entry, string field, string source, string sourceField, ValueHistory sources, Func<object?, bool> same)
    {
        Examined++;
        var key = (entry.Named(), field);
        var before = applied.TryGetValue(key, out var last) && last.Source == source ? last.Version : 0;
        if (sources.Find(source, sourceField, before, same) is { } version)
        {
            applied[key] = (source, version);
        }
        else if (sources.Find(source, sourceField, 0, same) is not null)
        {
            Violate($"{field} was set to an older value of {sourceField} of {source} than the one written before", entry.At, entry.Named(), entry.Call);
        }
        else if (sources.Find(source, sourceField, 0, same, carriedToo: true) is not null)
        {
            Violate($"{field} was set to a value that {sourceField} of {source} had only from here", entry.At, entry.Named(), entry.Call);
        }
        else if (!sources.HasForgotten(source, sourceField))
        {
            Violate($"{field} was set to a value that {sourceField} of {source} never had", entry.At, entry.Named(), entry.Call);
        }
    }

    /// <summary>Leads and Contacts are told apart by the first letters of their ids.</summary>
    private static bool IsOf(MappedField mapped, string row) => row.StartsWith(mapped.Object == RecordWords.Lead ? "00Q" : "003", StringComparison.Ordinal);
}
