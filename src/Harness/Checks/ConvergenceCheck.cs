using System.Globalization;

namespace SfMarketo.Harness.Checks;

/// <summary>Q1: at the end every linked pair names each other and agrees in every mapped field.</summary>
internal sealed class ConvergenceCheck() : Check("Q1", "Linked records agree in every mapped field at the end")
{
    protected override void Judge(SystemsState end)
    {
        var links = new LinkTable(end);
        foreach (var person in end.People)
        {
            if (person.Live && person.Text("sfdcPersonId") is { Length: > 0 } rowId)
            {
                Compare(person, links.Row(rowId), rowId);
            }
        }

        Claimed(RecordWords.Lead, end.Leads, links);
        Claimed(RecordWords.Contact, end.Contacts, links);
    }

    private void Compare(StateRecord person, (string Object, StateRecord Row)? found, string rowId)
    {
        Examined++;
        var name = "Person " + person.Id;
        if (found is not { Row.Live: true } pair)
        {
            Violate($"Names {rowId}, which is not there", null, name);
            return;
        }

        var (type, row) = pair;
        if (LinkTable.IsConverted(type, row))
        {
            Violate($"Still names the converted Lead {rowId}", null, name);
            return;
        }

        var claimed = Convert.ToString(row["MarketoPersonId__c"], CultureInfo.InvariantCulture);
        if (claimed != person.Id)
        {
            Violate($"Names {type} {rowId}, which names '{claimed}'", null, name);
        }

        foreach (var mapped in MappedField.All)
        {
            // An account is never cleared at Marketo.
            if (mapped.Object != type || (mapped.Salesforce == "AccountId" && row["AccountId"] is null))
            {
                continue;
            }

            var (salesforce, marketo) = (row[mapped.Salesforce], person[mapped.Marketo]);
            if (!Canonical.Same(mapped, salesforce, marketo))
            {
                Violate($"{type}.{mapped.Salesforce} is '{Show(mapped, salesforce)}', {mapped.Marketo} is '{Show(mapped, marketo)}'", null, $"{name}, {type} {rowId}");
            }
        }
    }

    /// <summary>A row that names a person must be named by it.</summary>
    private void Claimed(string type, IReadOnlyList<StateRecord> rows, LinkTable links)
    {
        foreach (var row in rows)
        {
            var claimed = Convert.ToString(row["MarketoPersonId__c"], CultureInfo.InvariantCulture);
            if (!row.Live || string.IsNullOrEmpty(claimed) || LinkTable.IsConverted(type, row))
            {
                continue;
            }

            Examined++;
            if (links.PersonOf(row.Id)?.Id != claimed)
            {
                Violate($"Names person {claimed}, which does not name it", null, $"{type} {row.Id}");
            }
        }
    }

    // Reports leave the house; addresses do not.
    private static string Show(MappedField mapped, object? value) =>
        mapped.Marketo is "email" or "mobilePhone" && value is not null ? "***" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
