using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Composite;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Conversion;

namespace SfMarketo.SalesforceSim.Actions;

/// <summary>The action <c>convertLead</c>: each input is a conversion of its own, with the members of SOAP <c>convertLead</c>. Unverified as a whole.</summary>
internal static class ConvertLeadAction
{
    private const string Name = "convertLead";

    // As SOAP convertLead takes.
    private const int MostInputs = 100;

    /// <summary>Members of an input: name, type, required.</summary>
    public static IReadOnlyList<(string Name, string Type, bool Required)> Inputs { get; } =
    [
        ("leadId", "REFERENCE", true), ("convertedStatus", "STRING", true), ("accountId", "REFERENCE", false), ("contactId", "REFERENCE", false), ("opportunityName", "STRING", false), ("ownerId", "REFERENCE", false),
        ("createOpportunity", "BOOLEAN", false), ("overwriteLeadSource", "BOOLEAN", false), ("sendEmailToOwner", "BOOLEAN", false),
    ];

    public static void Run(SalesforceOrg org, SimCall call, JsonElement inputs)
    {
        if (inputs.GetArrayLength() > MostInputs)
        {
            call.Refuse(400, "LIMIT_EXCEEDED", $"The request can’t contain more than {MostInputs} inputs.");
            return;
        }

        call.Records = inputs.GetArrayLength();
        var results = inputs.EnumerateArray().Select(input => Convert(org, call, input)).ToList();
        call.Status = results.TrueForAll(result => result.Error is null) ? 200 : 400;
        call.Json.WriteStartArray();
        foreach (var (result, error) in results)
        {
            ActionResult.Write(call, Name, error, result is null ? null : Output(result));
        }

        call.Json.WriteEndArray();
    }

    private static (LeadConversionResult? Result, RowError? Error) Convert(SalesforceOrg org, SimCall call, JsonElement input)
    {
        foreach (var (name, _, required) in Inputs)
        {
            if (required && CompositeBody.Text(input, name) is null)
            {
                return (null, new RowError(400, "REQUIRED_FIELD_MISSING", $"Missing required input parameter: {name}", [name]));
            }
        }

        if (org.Store.Find(CompositeBody.Text(input, "leadId")) is not { } lead)
        {
            return (null, RowErrors.MissingRow);
        }

        var options = new LeadConversion
        {
            AccountId = CompositeBody.Text(input, "accountId"),
            ContactId = CompositeBody.Text(input, "contactId"),
            ConvertedStatus = CompositeBody.Text(input, "convertedStatus")!,
            DoNotCreateOpportunity = Is(input, "createOpportunity") is false,
            OpportunityName = CompositeBody.Text(input, "opportunityName"),
            OwnerId = CompositeBody.Text(input, "ownerId"),
            OverwriteLeadSource = Is(input, "overwriteLeadSource") is true,
        };
        var transaction = org.Begin(call);
        var (result, error) = org.Converter.Convert(transaction, lead, options, org.Switches.ConversionRunsLeadRules);
        if (result is null)
        {
            transaction.Rollback();
        }
        else
        {
            transaction.Commit();
        }

        return (result, error);
    }

    private static bool? Is(JsonElement input, string name) => input.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static string Output(LeadConversionResult result)
    {
        var opportunity = result.OpportunityId is { } id ? $"\"{id}\"" : "null";
        return $$"""{"leadId":"{{result.LeadId}}","accountId":"{{result.AccountId}}","contactId":"{{result.ContactId}}","opportunityId":{{opportunity}}}""";
    }
}
