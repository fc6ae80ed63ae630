using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>What a job does with its rows.</summary>
/// <param name="Operation">No query.</param>
/// <param name="Type">The object.</param>
/// <param name="Key">Of an upsert, the field that names the rows: <c>Id</c> or an external id; else null.</param>
/// <param name="AssignmentRuleId">Null when none was named.</param>
internal sealed record IngestSpec(BulkOperation Operation, SObjectType Type, SField? Key, string? AssignmentRuleId);
