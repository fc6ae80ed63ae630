using System.Text.Json;

namespace SfMarketo.Cli.Coverage;

/// <summary>The ledger of fidelity of this version: docs/fidelity.jsonl, which is built into the program.</summary>
internal sealed class FidelityLedger
{
    private readonly List<LedgerOperation> operations = [];
    private readonly Dictionary<(string Api, string Code), Standing> codes = [];

    private FidelityLedger(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            using var item = JsonDocument.Parse(line);
            Add(item.RootElement);
        }

        operations.Sort((one, other) => one.Names.CompareTo(other.Names));
    }

    public static FidelityLedger Load()
    {
        using var stream = typeof(FidelityLedger).Assembly.GetManifestResourceStream("fidelity.jsonl")!;
        using var reader = new StreamReader(stream);
        return new FidelityLedger(reader);
    }

    /// <summary>The operation that a call means, or null.</summary>
    public LedgerOperation? Find(string api, string method, string path)
    {
        var segments = path.Trim('/').Split('/');
        return operations.Find(operation => operation.Api == api && operation.Method == method && operation.Matches(segments));
    }

    public Standing Code(string api, string code) => codes.GetValueOrDefault((api, code), Standing.Unknown);

    private void Add(JsonElement item)
    {
        var (api, name, standing) = (Text(item, "api")!, Text(item, "item")!, Read(Text(item, "standing")!));
        var parameter = Text(item, "parameter");
        if (name.StartsWith("code ", StringComparison.Ordinal))
        {
            codes[(api, name["code ".Length..])] = standing;
        }
        else if (parameter is not null)
        {
            operations[^1].Parameters[parameter] = standing;
        }
        else if (name.Contains(" /", StringComparison.Ordinal))
        {
            operations.Add(new LedgerOperation(api, Text(item, "area")!, name, standing, Text(item, "switch"), new Dictionary<string, Standing>(StringComparer.Ordinal)));
        }
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Standing Read(string word) => word switch
    {
        "documented" or "client" => Standing.Proven,
        "unverified" => Standing.Unverified,
        _ => Standing.Missing,
    };
}
