using System.Text;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Kernel.Faults;

/// <summary>Which calls of a simulator, or which doings of people in it, a fault rule looks at. What is null matches everything.</summary>
public sealed record FaultMatch
{
    private readonly byte[]? bodyBytes;

    /// <summary>HTTP method, such as <c>POST</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Path without query; <c>*</c> stands for any text: <c>/rest/v1/leads.json</c>, <c>/services/data/*/sobjects/Lead/*</c>. Case counts.</summary>
    public string? Path { get; init; }

    /// <summary>Only calls of this credential: Marketo client id, Salesforce user name.</summary>
    public string? Client { get; init; }

    /// <summary>A text that the query holds, as sent or decoded.</summary>
    public string? Query { get; init; }

    /// <summary>A text that the body holds, as sent. Case counts.</summary>
    public string? Body
    {
        get => bodyBytes is null ? null : Encoding.UTF8.GetString(bodyBytes);
        init => bodyBytes = value is null ? null : Encoding.UTF8.GetBytes(value);
    }

    /// <summary>The rule looks at what people do at the vendor's screens, and at no call.</summary>
    public bool Human { get; init; }

    /// <summary>Only doings with this object: <c>Contact</c>; Marketo has <c>Person</c>, <c>Company</c>, <c>Activity</c>, <c>ProgramMember</c>, <c>ListMember</c>. Goes with <see cref="Human"/>.</summary>
    public string? Object { get; init; }

    /// <summary>Only this doing, by the cause that the commits name: <c>convert</c>. Goes with <see cref="Human"/>.</summary>
    public string? Action { get; init; }

    /// <summary>From this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Up to, and not at, this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the call is one of them, by what is known when it arrives.</summary>
    /// <param name="call">The call, its body read.</param>
    /// <param name="simulator">Tells the client.</param>
    public bool Covers(SimCall call, Simulator simulator)
    {
        var request = call.Http.Request;
        return !Human
            && Covers(call.At)
            && (Method is null || string.Equals(request.Method, Method, StringComparison.OrdinalIgnoreCase))
            && (Path is null || PathPattern.Matches(Path, request.Path.Value ?? "/"))
            && (Query is null || Holds(request.QueryString.Value ?? "", Query))
            && (bodyBytes is null || call.Body.Span.IndexOf(bodyBytes) >= 0)
            && (Client is null || simulator.ClientOf(call) == Client);
    }

    /// <summary>Whether the doing of a person is one of them.</summary>
    public bool CoversHuman(string @object, string action, long at) =>
        Human && Covers(at) && (Object is null || Object == @object) && (Action is null || Action == action);

    /// <summary>Whether the instant is within its span.</summary>
    public bool Covers(long at) => (From is not { } from || at >= Micros.From(from)) && (Until is not { } until || at < Micros.From(until));

    private static bool Holds(string query, string text) =>
        query.Contains(text, StringComparison.Ordinal) || (query.AsSpan().ContainsAny('%', '+') && Uri.UnescapeDataString(query.Replace('+', ' ')).Contains(text, StringComparison.Ordinal));
}
