using SfMarketo.Harness.Traces;

namespace SfMarketo.Cli;

/// <summary>The fields of a change that a table shows: without what Salesforce derives from others and what is false or blank from the start. JSON has them all.</summary>
internal static class TraceFields
{
    private static readonly HashSet<string> Derived = new(StringComparer.Ordinal)
    {
        "Name", "IsDeleted", "IsUnreadByOwner", "IsPrivate", "Probability", "ForecastCategory", "ForecastCategoryName", "ExpectedRevenue", "HasOpportunityLineItem", "FiscalQuarter", "FiscalYear",
        "Fiscal", "PushCount", "LastStageChangeDate", "CompletedDateTime", "IsArchived", "IsHighPriority", "Priority", "TaskSubtype", "Description", "ConvertedDate", "IsClosed", "personId",
    };

    public static string Text(TraceEvent change)
    {
        var isNew = change.Fields.All(field => field.Old is null);
        var shown = change.Fields.Where(field => !Derived.Contains(field.Name) && !(isNew && field.New is null or "false")).ToList();
        if (shown.Count == 0)
        {
            shown = [.. change.Fields];
        }

        return string.Join(", ", shown.Select(field => isNew && change.What.EndsWith(" create", StringComparison.Ordinal) ? $"{field.Name} {field.New ?? "(blank)"}" : $"{field.Name} {field.Old ?? "(blank)"} -> {field.New ?? "(blank)"}"));
    }
}
