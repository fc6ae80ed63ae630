using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations;

/// <summary>Finds who a named record is in another object, by the ids that both sides keep of each other.</summary>
public static class Counterparts
{
    /// <summary>All live rows of <paramref name="of"/> that belong to the record: itself, its person, its Lead or Contact, what it was converted to.</summary>
    public static IReadOnlyList<EndRecord> Find(IEndRecords records, NamedRecord named, ScenarioObject of)
    {
        if (of == named.Of)
        {
            return [.. records.Rows(of).Where(row => row.Id == named.Id)];
        }

        if (named.Of == ScenarioObject.Person)
        {
            return OfPerson(records, named.Id, of);
        }

        var contact = named.Of == ScenarioObject.Lead ? ConvertedTo(records, named.Id) : null;
        if (of == ScenarioObject.Contact)
        {
            return [.. records.Rows(of).Where(row => row.Id == contact)];
        }

        if (of != ScenarioObject.Person)
        {
            return [];
        }

        return [.. records.Rows(of).Where(row => row.Get("sfdcPersonId") is string key && (key == named.Id || key == contact))];
    }

    private static List<EndRecord> OfPerson(IEndRecords records, string personId, ScenarioObject of)
    {
        if (of == ScenarioObject.CampaignRequest || of == ScenarioObject.ListMember || of == ScenarioObject.ProgramMember)
        {
            return [.. records.Rows(of).Where(row => ValueText.Of(row.Get("personId")) == personId)];
        }

        return of == ScenarioObject.Lead || of == ScenarioObject.Contact
            ? [.. records.Rows(of).Where(row => row.Get("MarketoPersonId__c") as string == personId)]
            : [];
    }

    private static string? ConvertedTo(IEndRecords records, string leadId) =>
        records.Rows(ScenarioObject.Lead).FirstOrDefault(row => row.Id == leadId)?.Get("ConvertedContactId") as string;
}
