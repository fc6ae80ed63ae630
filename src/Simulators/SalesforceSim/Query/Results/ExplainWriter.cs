using System.Text.Json;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Planning;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>Writes how a statement would run (REST API Developer Guide, "Get Feedback on Query Performance"). Nothing is run.</summary>
/// <remarks>The vendor gives no formula for costs; these grow with the share of rows that are read, and only their order counts: an index costs less than all rows.</remarks>
internal static class ExplainWriter
{
    private const double ScanCost = 0.65;

    // An index pays while it finds less than a tenth of the rows.
    private const double Threshold = 0.1;

    public static void Write(Utf8JsonWriter json, QueryPlan plan, string statement, OrgStore store)
    {
        var table = store[plan.Object];
        json.WriteStartObject();
        json.WriteStartArray("plans"u8);
        if (plan.Access is not AccessPath.Scan)
        {
            var found = plan.Access.Candidates(table).Count(row => !row.Deleted);
            IReadOnlyList<string> fields = plan.Access is AccessPath.ByChange ? ["SystemModstamp"] : [.. plan.Access.IndexFields.Select(field => field.Name).Order(StringComparer.Ordinal)];
            WritePlan(json, plan, table, found, fields, "Index", table.Live == 0 ? 0 : found / (Threshold * table.Live));
        }

        WritePlan(json, plan, table, table.Live, [], "TableScan", ScanCost + (table.Live == 0 ? 0 : 1));
        json.WriteEndArray();
        json.WriteString("sourceQuery"u8, statement);
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, QueryPlan plan, SObjectTable table, int cardinality, IReadOnlyList<string> fields, string operation, double cost)
    {
        json.WriteStartObject();
        json.WriteNumber("cardinality"u8, cardinality);
        json.WriteStartArray("fields"u8);
        foreach (var field in fields)
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
        json.WriteString("leadingOperationType"u8, operation);
        json.WriteStartArray("notes"u8);
        if (plan.Object.IsDeleted is not null)
        {
            json.WriteStartObject();
            json.WriteString("description"u8, "Not considering filter for optimization because unindexed"u8);
            json.WriteStartArray("fields"u8);
            json.WriteStringValue("IsDeleted"u8);
            json.WriteEndArray();
            json.WriteString("tableEnumOrId"u8, plan.Object.Json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("relativeCost"u8, Math.Round(cost, 3));
        json.WriteNumber("sobjectCardinality"u8, table.Live);
        json.WriteString("sobjectType"u8, plan.Object.Json);
        json.WriteEndObject();
    }
}
