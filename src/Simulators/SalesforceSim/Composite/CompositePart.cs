using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary>One part of a composite call as sent.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Url">With references.</param>
/// <param name="ReferenceId">Unique in the call.</param>
/// <param name="Body">Raw JSON with references, or empty.</param>
/// <param name="Headers">Further headers.</param>
internal sealed record CompositePart(string Method, string Url, string ReferenceId, string Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    private const string Data = "/services/data/v";

    /// <summary>Queries and collections, of which a call may hold five.</summary>
    public bool IsHeavy => Resource is "query" or "queryAll" || Resource.StartsWith("query/", StringComparison.Ordinal) || Resource.StartsWith("queryAll/", StringComparison.Ordinal) || Resource.StartsWith("composite/sobjects", StringComparison.Ordinal);

    public bool HasGoodUrl => Url.StartsWith(Data, StringComparison.Ordinal);

    private string Resource
    {
        get
        {
            var path = Url.Split('?')[0].Trim('/').Split('/');
            return string.Join('/', path.Skip(3));
        }
    }
}

/// <summary>What became of a part.</summary>
/// <param name="Part">As sent.</param>
/// <param name="Call">The inner call; null for a part that was not run.</param>
/// <param name="Halted">Why it was not run, or null.</param>
internal sealed record CompositeResult(CompositePart Part, SimCall? Call, string? Halted)
{
    public bool Failed => Call is null || Call.Status >= 400 || Call.Status == 300;
}
