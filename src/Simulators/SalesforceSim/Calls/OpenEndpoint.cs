namespace SfMarketo.SalesforceSim.Calls;

/// <summary>Marks an endpoint that needs no token and costs no request (<c>/services/oauth2/*</c>, <c>/services/data</c>, identity).</summary>
internal sealed class OpenEndpoint
{
    public static OpenEndpoint Mark { get; } = new();
}
