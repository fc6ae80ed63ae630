using System.Runtime.InteropServices;
using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics;

/// <summary>Counts calls by endpoint and by code.</summary>
internal sealed class CallMeter
{
    private readonly Dictionary<(string System, string Path, string Method), long> endpoints = [];
    private readonly Dictionary<(string System, string Code), long> codes = [];

    public long Marketo { get; private set; }

    public long Salesforce { get; private set; }

    public void Add(in CallEntry entry)
    {
        Marketo += entry.IsCounted() ? 1 : 0;
        Salesforce += entry.Sim == RecordWords.Salesforce && !entry.IsIdentity() ? 1 : 0;
        CollectionsMarshal.GetValueRefOrAddDefault(endpoints, (entry.Sim, EndpointPath.Of(entry.Path), entry.Method), out _)++;
        foreach (var code in entry.Codes)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(codes, (entry.Sim, code), out _)++;
        }
    }

    public long Answered(string system, string code) => codes.GetValueOrDefault((system, code));

    public IReadOnlyList<EndpointCount> Endpoints() =>
    [
        .. endpoints
            .Select(pair => new EndpointCount(pair.Key.System, pair.Key.Method, pair.Key.Path, pair.Value))
            .OrderBy(row => row.System, StringComparer.Ordinal).ThenBy(row => row.Path, StringComparer.Ordinal).ThenBy(row => row.Method, StringComparer.Ordinal),
    ];

    public IReadOnlyList<CodeCount> Codes() =>
    [
        .. codes
            .Select(pair => new CodeCount(pair.Key.System, pair.Key.Code, pair.Value))
            .OrderBy(row => row.System, StringComparer.Ordinal).ThenBy(row => row.Code, StringComparer.Ordinal),
    ];
}
