using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Kernel.Faults;

/// <summary>Which calls of a simulator a fault rule looks at. What is null matches everything.</summary>
public sealed record FaultMatch
{
    /// <summary>HTTP method, such as <c>POST</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Path without query; <c>*</c> stands for any text: <c>/rest/v1/leads.json</c>, <c>/services/data/*/sobjects/Lead/*</c>. Case counts.</summary>
    public string? Path { get; init; }

    /// <summary>From this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Up to, and not at, this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the call is one of them, by what is known when it arrives.</summary>
    public bool Covers(SimCall call) =>
        (Method is null || string.Equals(call.Http.Request.Method, Method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || PathPattern.Matches(Path, call.Http.Request.Path.Value ?? "/"))
        && (From is not { } from || call.At >= Micros.From(from))
        && (Until is not { } until || call.At < Micros.From(until));
}
