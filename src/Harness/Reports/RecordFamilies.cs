using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Reports;

/// <summary>Which ids belong together at the end of a run: a Lead, the Contact and Account it became, the Marketo person, its Tasks, the company.</summary>
internal sealed class RecordFamilies
{
    private static readonly ScenarioObject Task = new("salesforce", "Task");

    /// <summary>Farther than from a Task over its Contact and the person to the Lead it was is another story.</summary>
    private const int Farthest = 3;

    private readonly Dictionary<string, List<string>> neighbours = [];

    public RecordFamilies(IEndRecords records)
    {
        Join(records, ScenarioObject.Person, "sfdcPersonId");
        Join(records, ScenarioObject.Lead, "MarketoPersonId__c");
        Join(records, ScenarioObject.Lead, "ConvertedContactId");
        Join(records, ScenarioObject.Contact, "MarketoPersonId__c");
        Join(records, Task, "WhoId");
        Join(records, ScenarioObject.Company, "externalCompanyId");
    }

    /// <summary>The ids in a violation's words, such as "Person 1001, Lead 00Q1", and those that belong to them.</summary>
    public IReadOnlyList<string> Of(string record)
    {
        List<string> found = [.. record.Split(", ").Select(part => part[(part.LastIndexOf(' ') + 1)..])];
        HashSet<string> seen = [.. found];
        var first = 0;
        for (var step = 0; step < Farthest; step++)
        {
            var last = found.Count;
            for (; first < last; first++)
            {
                foreach (var neighbour in neighbours.GetValueOrDefault(found[first]) ?? [])
                {
                    if (seen.Add(neighbour))
                    {
                        found.Add(neighbour);
                    }
                }
            }
        }

        return found;
    }

    private void Join(IEndRecords records, ScenarioObject of, string field)
    {
        foreach (var row in records.Rows(of))
        {
            if (row.Get(field) is string { Length: > 0 } other)
            {
                Add(row.Id, other);
                Add(other, row.Id);
            }
        }
    }

    private void Add(string one, string other) => (neighbours.TryGetValue(one, out var list) ? list : neighbours[one] = []).Add(other);
}
