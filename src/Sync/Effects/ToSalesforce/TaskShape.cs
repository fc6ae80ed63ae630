using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Salesforce;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>How this org's Task can be keyed, from its describe, asked once.</summary>
/// <param name="HasKey">The org has the key field and we may write it.</param>
/// <param name="IsExternalId">It can be the key of an upsert; else Tasks are looked up by it before they are made.</param>
/// <param name="IsSubtypeUpdateable">TaskSubtype may be in a write that meets an existing Task.</param>
/// <param name="Types">Values of Type.</param>
internal sealed record TaskShape(bool HasKey, bool IsExternalId, bool IsSubtypeUpdateable, IReadOnlyList<string> Types)
{
    public static async Task<CallResult<TaskShape>> AskAsync(SalesforceClient client, CancellationToken cancellationToken)
    {
        var result = await client.DescribeAsync("Task", cancellationToken);
        if (!result.TryGetValue(out var fields, out var failure))
        {
            return failure;
        }

        var key = fields.Find(field => field.Name == EngagementFlow.KeyField);
        var type = fields.Find(field => field.Name == "Type");
        return new TaskShape(key is { Createable: true }, key is { ExternalId: true }, fields.Find(field => field.Name == "TaskSubtype") is { Updateable: true }, type?.PicklistValues ?? []);
    }
}
