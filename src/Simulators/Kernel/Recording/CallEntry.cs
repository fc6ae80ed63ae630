namespace SfMarketo.Kernel.Recording;

/// <summary>One line of the journal: what a simulator was asked and what it answered.</summary>
/// <param name="Seq">Number of the line, from 1, in the order in which calls ended.</param>
/// <param name="Sim">The simulator's name: <c>marketo</c> or <c>salesforce</c>.</param>
/// <param name="Call">Number of the call, from 1, in the order of arrival. Commits and deliveries refer to it.</param>
/// <param name="At">Arrival at the simulator, microseconds since 1970 UTC.</param>
/// <param name="DoneAt">End of the call at the simulator, microseconds since 1970 UTC.</param>
/// <param name="Client">The credential behind the token (client id or user name); empty when the call carried no live token.</param>
/// <param name="Method">HTTP method as sent.</param>
/// <param name="Path">Path as sent, without the query.</param>
/// <param name="Query">Query as sent, without the question mark, secrets replaced by <c>***</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Codes">The vendor's codes at call and record level, each once, in order of appearance; empty when all went well.</param>
/// <param name="Records">Records in the request of a write, or in the answer of a read.</param>
/// <param name="BytesIn">Length of the request body.</param>
/// <param name="BytesOut">Length of the answer's body.</param>
/// <param name="Fault">The fault rule that touched the call, or null.</param>
public readonly record struct CallEntry(
    long Seq,
    string Sim,
    long Call,
    long At,
    long DoneAt,
    string Client,
    string Method,
    string Path,
    string Query,
    int Status,
    IReadOnlyList<string> Codes,
    int Records,
    int BytesIn,
    int BytesOut,
    string? Fault)
{
    /// <summary>Why the call was refused, in plain words, where the simulator can say more than its code; else null, and then no member of the line.</summary>
    public string? Guidance { get; init; }

    /// <summary>The operation, where the path does not say it (SOAP <c>convertLead</c>); else null, and then no member of the line.</summary>
    public string? Operation { get; init; }
}
