using System.Globalization;
using SfMarketo.Harness.Records;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Traces;

/// <summary>What one commit says about which records belong together.</summary>
internal static class CommitTies
{
    private static readonly (string Field, string How)[] OfRow =
        [("MarketoPersonId__c", "named by MarketoPersonId__c"), ("ConvertedContactId", "converted"), ("MasterRecordId", "merged")];

    private static readonly (string Field, string How)[] OfPerson = [("sfdcPersonId", "named by sfdcPersonId"), ("mergedInto", "merged")];

    public static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The record that changed.</summary>
    public static RecordKey Self(in CommitEntry commit) => new(commit.Sim, commit.Object, commit.Id);

    public static bool IsHuman(in CommitEntry commit) => Self(commit).IsHuman;

    /// <summary>Records that are the same human as the one that changed, and how the commit says so.</summary>
    public static IEnumerable<(RecordKey Other, string How)> Ties(CommitEntry commit)
    {
        if (!IsHuman(commit))
        {
            yield break;
        }

        foreach (var change in commit.Fields)
        {
            foreach (var (field, how) in commit.Sim == RecordFolder.Salesforce ? OfRow : OfPerson)
            {
                if (change.Name != field)
                {
                    continue;
                }

                foreach (var id in new[] { Text(change.Old), Text(change.New) })
                {
                    if (id.Length > 0)
                    {
                        yield return (field is "ConvertedContactId" or "MasterRecordId" or "sfdcPersonId" ? RecordKey.Row(id) : RecordKey.Person(id), how);
                    }
                }
            }
        }
    }

    /// <summary>The humans that a commit of another object is about: a Task's, a contact role's, a membership's, an activity's, a campaign request's.</summary>
    public static IEnumerable<RecordKey> About(CommitEntry commit)
    {
        if (commit.Sim == RecordFolder.Marketo)
        {
            if (commit.Object is "ListMember" or "ProgramMember" or "CampaignRequest")
            {
                yield return RecordKey.Person(commit.Id[(commit.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            }
            else if (commit.Object == "Activity")
            {
                foreach (var id in Values(commit, "personId"))
                {
                    yield return RecordKey.Person(id);
                }
            }
        }
        else if (commit.Object is "Task" or "OpportunityContactRole")
        {
            foreach (var id in Values(commit, commit.Object == "Task" ? "WhoId" : "ContactId"))
            {
                yield return RecordKey.Row(id);
            }
        }
    }

    /// <summary>The accounts that a human belongs to.</summary>
    public static IEnumerable<string> Accounts(CommitEntry commit) =>
        commit.Sim == RecordFolder.Salesforce
            ? Values(commit, commit.Object == "Lead" ? "ConvertedAccountId" : "AccountId")
            : Values(commit, "sfdcAccountKey").Concat(Values(commit, "externalCompanyId"));

    /// <summary>The old and the new value of a field, where they are none blank.</summary>
    public static IEnumerable<string> Values(CommitEntry commit, string field) =>
        commit.Fields.Where(change => change.Name == field).SelectMany(change => new[] { Text(change.Old), Text(change.New) }).Where(value => value.Length > 0).Distinct();

    /// <summary>The addresses that a human had before or has after the commit.</summary>
    public static IEnumerable<string> Emails(CommitEntry commit) =>
        !IsHuman(commit) ? [] : Values(commit, commit.Sim == RecordFolder.Salesforce ? "Email" : "email");
}
