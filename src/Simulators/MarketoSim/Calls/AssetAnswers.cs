using System.Globalization;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>The envelope of the asset API: <c>errors</c> and <c>warnings</c> are always there, nothing found is a warning and no <c>result</c>, pages go by offset.</summary>
/// <remarks>Source: Marketo REST API, "Assets"; the warning's text was seen by clients (shared/reference/marketo.md section 2).</remarks>
internal static class AssetAnswers
{
    private const string NothingFound = "No assets found for the given search criteria.";
    private const int DefaultReturn = 20;
    private const int MaxReturn = 200;

    /// <summary>Writes the assets of one page.</summary>
    public static void WriteAssets<T>(this MarketoCall call, IEnumerable<T> assets, Action<MarketoCall, T> write)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteBoolean("success"u8, true);
        json.WriteStartArray("errors"u8);
        json.WriteEndArray();
        call.WriteRequestId();
        foreach (var asset in assets)
        {
            if (call.Sim.Records++ == 0)
            {
                json.WriteStartArray("warnings"u8);
                json.WriteEndArray();
                json.WriteStartArray("result"u8);
            }

            write(call, asset);
        }

        if (call.Sim.Records == 0)
        {
            json.WriteStartArray("warnings"u8);
            json.WriteStringValue(NothingFound);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Reads <c>maxReturn</c> (20, at most 200) and <c>offset</c>. False when the call was refused.</summary>
    public static bool TryReadOffset(this MarketoCall call, out int offset, out int size)
    {
        size = DefaultReturn;
        offset = 0;
        return TryReadNumber(call, "maxReturn", ref size) && TryReadNumber(call, "offset", ref offset) && CheckMax(call, ref size);
    }

    private static bool CheckMax(MarketoCall call, ref int size)
    {
        if (size > MaxReturn && call.Instance.Options.Switches.PagingOverMax == SfMarketo.MarketoSim.Options.OverMax.Error)
        {
            call.Fail(MarketoErrors.InvalidData($"maxReturn '{size}' is over {MaxReturn}"));
            return false;
        }

        size = Math.Clamp(size, 1, MaxReturn);
        return true;
    }

    private static bool TryReadNumber(MarketoCall call, string name, ref int value)
    {
        if (call.Parameters[name] is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value))
        {
            call.Fail(MarketoErrors.InvalidValue(text, "Integer"));
            return false;
        }

        return true;
    }
}
