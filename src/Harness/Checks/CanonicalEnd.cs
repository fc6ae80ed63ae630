using System.Globalization;

namespace SfMarketo.Harness.Checks;

/// <summary>What both systems hold of what the engine keeps, in a form in which two runs can be compared: one line a record, sorted, ids replaced by natural names.</summary>
/// <remarks>
/// Left out is what depends on the order of things and is nobody's wish: ids, stamps, and owners, whom the assignment rule takes in turn. Dead records are left
/// out too. Lines may be equal: two Tasks of one subject for one person are two lines.
/// </remarks>
public static class CanonicalEnd
{
    /// <summary>The lines, sorted ordinally.</summary>
    public static IReadOnlyList<string> Of(SystemsState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var names = NaturalNames.Of(state);
        var lines = new List<string>();
        lines.AddRange(state.People.Where(person => person.Live).Select(person => Person(state, names, person)));
        lines.AddRange(state.Leads.Where(row => row.Live).Select(row => Row(names, RecordWords.Lead, row)));
        lines.AddRange(state.Contacts.Where(row => row.Live).Select(row => Row(names, RecordWords.Contact, row)));
        lines.AddRange(state.Companies.Where(company => company.Live).Select(company => Company(names, company)));
        lines.AddRange(state.Tasks.Where(task => task.Live).Select(task => $"Task {Who(names, task.Text("WhoId"))}: Subject='{task.Text("Subject")}'"));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Lines that only one of two ends has, each as often as it has it more: first those of the first.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return [.. Only(first, second).Select(line => "only as it was: " + line), .. Only(second, first).Select(line => "only in the changed run: " + line)];
    }

    private static List<string> Only(IReadOnlyList<string> these, IReadOnlyList<string> those)
    {
        var counts = those.GroupBy(line => line, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var only = new List<string>();
        foreach (var line in these)
        {
            var left = counts.GetValueOrDefault(line);
            if (left == 0)
            {
                only.Add(line);
            }
            else
            {
                counts[line] = left - 1;
            }
        }

        return only;
    }

    private static string Person(SystemsState state, NaturalNames names, StateRecord person)
    {
        var fields = MappedField.All.Select(mapped => mapped.Marketo).Where(field => field != "sfdcAccountKey").Append("lifecycleStage").Append("sfdcOpptyStage").Append("leadSource").Distinct()
            .Select(field => $"{field}='{Value(person[field])}'")
            .Append($"unsubscribed={person["unsubscribed"] is true}")
            .Append($"row='{Who(names, person.Text(RecordWords.PersonLink))}'")
            .Append($"account='{names[RecordWords.Account, person.Text("sfdcAccountKey") ?? ""]}'")
            .Append($"company='{names[RecordWords.Account, person.Text(RecordWords.CompanyKey) ?? ""]}'")
            .Concat(state.Lists.Where(list => list.Members.ContainsKey(person.Id)).Select(list => $"list='{list.Name}'").Order(StringComparer.Ordinal))
            .Concat(state.Programs.Where(program => program.Members.ContainsKey(person.Id)).Select(program => $"program='{program.Name}' {program.Members[person.Id]}").Order(StringComparer.Ordinal));
        return $"Person {names[RecordWords.Person, person.Id]}: {string.Join(' ', fields)}";
    }

    private static string Row(NaturalNames names, string type, StateRecord row)
    {
        var fields = MappedField.All.Where(mapped => mapped.Object == type && mapped.Salesforce != "AccountId").Select(mapped => mapped.Salesforce).Append("LeadSource").Append("Last_Interesting_Moment__c")
            .Select(field => $"{field}='{Value(row[field])}'")
            .Append($"HasOptedOutOfEmail={row["HasOptedOutOfEmail"] is true}")
            .Append($"person='{names[RecordWords.Person, RecordWords.Text(row[RecordWords.RowLink])]}'")
            .Append(type == RecordWords.Lead ? $"converted='{Who(names, row.Text("ConvertedContactId"))}'" : $"account='{names[RecordWords.Account, row.Text("AccountId") ?? ""]}'");
        return $"{type} {names[type, row.Id]}: {string.Join(' ', fields)}";
    }

    private static string Company(NaturalNames names, StateRecord company) =>
        $"Company {names[RecordWords.Account, company.Text(RecordWords.CompanyKey) ?? ""]}: {string.Join(' ', CompanyFields.All.Select(pair => $"{pair.Marketo}='{Value(company[pair.Marketo])}'"))}";

    private static string Who(NaturalNames names, string? id) => id switch
    {
        null or "" => "",
        _ when id.StartsWith("003", StringComparison.Ordinal) => "Contact " + names[RecordWords.Contact, id],
        _ => "Lead " + names[RecordWords.Lead, id],
    };

    private static string Value(object? value) => value switch
    {
        int or long or double or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture),
        _ => RecordWords.Text(value).Trim(),
    };
}
