namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Who was asked into which campaign, in order; never changed.</summary>
internal sealed class RequestLog
{
    private readonly List<CampaignRequest> requests;

    public RequestLog() => requests = [];

    private RequestLog(RequestLog other) => requests = [.. other.requests];

    public IReadOnlyList<CampaignRequest> All => requests;

    public void Add(CampaignRequest request) => requests.Add(request);

    public RequestLog Fork() => new(this);
}
