using System.Collections.Frozen;
using System.Text.Json;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>What holds for every answer of Marketo, whatever was asked.</summary>
internal static class MarketoRules
{
    // Marketo REST API, "Error codes"; 501 is the simulator's own.
    private static readonly FrozenSet<string> Codes = (
        "413 414 501 600 601 602 603 605 606 607 609 610 612 613 614 615 616 701 702 703 704 709 710 711 712 714 718 719 1001 1002 1003 1004 1005 1006 1007 1008 1009 1010 1011 1012 1013 1014 1015 1016 1017 1018 1019 1020 1021 1022 1025 1026 1027 1028 1029 "
        + "1035 1036 1037 1042 1048 1049 1076 1077 1078 1079 1080").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public static string? Check(FuzzRequest request, int status, string? contentType, byte[] body)
    {
        if (body.Length == 0)
        {
            return status == 200 && request.Method != "HEAD" && contentType?.Contains("json", StringComparison.Ordinal) == true ? "an empty body" : null;
        }

        if (contentType?.Contains("json", StringComparison.Ordinal) != true)
        {
            return null;
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException broken)
        {
            return "no JSON: " + broken.Message;
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return "no object";
            }

            if (root.TryGetProperty("access_token", out _) || root.TryGetProperty("error", out _))
            {
                return null;
            }

            if (!root.TryGetProperty("requestId", out _) || !root.TryGetProperty("success", out var success))
            {
                return "no envelope";
            }

            if (!success.GetBoolean())
            {
                return root.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0 ? Unknown(errors) : "a failure without errors";
            }

            return root.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Array ? result.EnumerateArray().Select(OfRecord).FirstOrDefault(wrong => wrong is not null) : null;
        }
    }

    private static string? OfRecord(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty("reasons", out var reasons) && reasons.ValueKind == JsonValueKind.Array ? Unknown(reasons) : null;

    private static string? Unknown(JsonElement errors)
    {
        foreach (var error in errors.EnumerateArray())
        {
            if (error.GetProperty("code").GetString() is not { } code || !Codes.Contains(code))
            {
                return "a code that Marketo has not: " + error.GetRawText();
            }
        }

        return null;
    }
}
