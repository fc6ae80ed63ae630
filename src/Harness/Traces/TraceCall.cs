using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Traces;

/// <summary>A call as a trace shows it.</summary>
/// <param name="Number">As in the journal.</param>
/// <param name="Method">HTTP method; empty when the journal does not hold the call.</param>
/// <param name="Path">Path without the query.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Codes">The vendor's codes.</param>
/// <param name="Records">Records in it.</param>
/// <param name="Fault">The fault rule that touched it, or null.</param>
public sealed record TraceCall(long Number, string Method, string Path, int Status, IReadOnlyList<string> Codes, int Records, string? Fault)
{
    internal static TraceCall Of(in CallEntry call) => new(call.Call, call.Method, call.Path, call.Status, call.Codes, call.Records, call.Fault);
}
