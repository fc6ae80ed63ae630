using System.Text;
using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary>Runs the parts of a composite request or of a graph, in order, with references to earlier results.</summary>
internal static class CompositeRunner
{
    private const string RolledBack = "The transaction was rolled back since another operation in the same transaction failed.";

    /// <summary>Each part is kept or fails by itself.</summary>
    public static List<CompositeResult> RunEach(SalesforceOrg org, SimCall call, List<CompositePart> parts)
    {
        using var references = new CompositeReferences();
        return [.. parts.Select(part => RunPart(org, call, part, references))];
    }

    /// <summary>One failure undoes all: the culprit keeps its error, all others are halted.</summary>
    public static List<CompositeResult> RunAllOrNone(SalesforceOrg org, SimCall call, List<CompositePart> parts)
    {
        var transaction = org.Begin(call);
        using var references = new CompositeReferences();
        var results = new List<CompositeResult>(parts.Count);
        CompositeResult? culprit = null;
        var done = false;
        org.Enclosing = transaction;
        try
        {
            foreach (var part in parts)
            {
                var result = RunPart(org, call, part, references);
                results.Add(result);
                if (HasFailed(result) && (part.Method != "GET" || org.Switches.CompositeReadFailureRollsBack))
                {
                    culprit = result;
                    break;
                }
            }

            done = culprit is null;
        }
        finally
        {
            org.Enclosing = null;
            if (!done)
            {
                transaction.Rollback();
            }
        }

        if (culprit is null)
        {
            transaction.Commit();
            return results;
        }

        return [.. parts.Select(part => part == culprit.Part ? culprit : Halted(part))];
    }

    /// <summary>A part that was not run, or undone, because of another one.</summary>
    public static CompositeResult Halted(CompositePart part) => new(part, null, RolledBack);

    // A collection answers 200 whatever became of its records.
    private static bool HasFailed(CompositeResult result)
    {
        if (result.Failed || !result.Part.IsHeavy || result.Part.Method == "GET" || result.Call!.Output.Length == 0)
        {
            return result.Failed;
        }

        using var answer = JsonDocument.Parse(result.Call.Output);
        return answer.RootElement.ValueKind == JsonValueKind.Array
            && answer.RootElement.EnumerateArray().Any(row => row.ValueKind == JsonValueKind.Object && row.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.False);
    }

    private static CompositeResult RunPart(SalesforceOrg org, SimCall call, CompositePart part, CompositeReferences references)
    {
        var url = references.Resolve(part.Url, Uri.EscapeDataString, out var missing);
        var body = missing is null ? references.Resolve(part.Body, value => JsonEncodedText.Encode(value).ToString(), out missing) : "";
        var result = missing is null
            ? new CompositeResult(part, InnerCall.Run(org, call, part.Method, url, Encoding.UTF8.GetBytes(body), part.Headers), null)
            : new CompositeResult(part, null, $"Invalid reference specified. No value for {missing} found in {missing.Split('.', '[')[0]}");
        references.Add(result);
        return result;
    }
}
