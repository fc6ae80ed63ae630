namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>A webhook that a flow calls, once for each person. Tokens in address and body are filled in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where it goes.</param>
public sealed record MarketoWebhook(string Name, string Url)
{
    /// <summary>GET or POST.</summary>
    public string Method { get; init; } = "POST";

    public string Body { get; init; } = "";

    public string ContentType { get; init; } = "application/json";

    /// <summary>Members of the JSON answer (<c>score.value</c> is inside of <c>score</c>), or elements of an XML answer, by REST name of the field that takes them. Only answers of 2xx are taken.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();
}
