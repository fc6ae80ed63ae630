using System.Text.Json.Nodes;

namespace SfMarketo.Kernel.Control.Client;

/// <summary>A rule of what goes wrong; its forms are in docs/sim.md.</summary>
public sealed record SimFault
{
    /// <summary>Null: made up.</summary>
    public string? Id { get; init; }

    /// <summary>Which calls; null for all.</summary>
    public JsonObject? Match { get; init; }

    /// <summary>What becomes of them.</summary>
    public required JsonObject Effect { get; init; }

    /// <summary>How many calls it hits; null for no end.</summary>
    public int? Times { get; init; }

    /// <summary>Calls that matched.</summary>
    public int? Seen { get; init; }

    /// <summary>Calls that it acted on.</summary>
    public int? Hits { get; init; }

    /// <summary>A rule that answers with a code of the vendor's.</summary>
    /// <param name="code">The code.</param>
    /// <param name="method">Null for any.</param>
    /// <param name="path">Null for any.</param>
    /// <param name="nth">From which matching call on; null for the first.</param>
    /// <param name="times">For how many calls; null for no end, or for one when there is an nth.</param>
    public static SimFault OfCode(string code, string? method = null, string? path = null, int? nth = null, int? times = null)
    {
        JsonObject match = [];
        Add(match, "method", method);
        Add(match, "path", path);
        Add(match, "nth", nth);
        return new SimFault { Match = match, Effect = new JsonObject { ["code"] = code }, Times = times };
    }

    private static void Add(JsonObject match, string name, JsonNode? value)
    {
        if (value is not null)
        {
            match.Add(name, value);
        }
    }
}
