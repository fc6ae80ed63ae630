namespace SfMarketo.Sync.Marketo;

/// <summary>How long Marketo itself works on a request before it answers 604. Source: Marketo developer documentation, "Error Codes" and the endpoint pages.</summary>
internal static class ServerTimeouts
{
    public static readonly TimeSpan General = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan SyncLeads = TimeSpan.FromSeconds(90);
    public static readonly TimeSpan LeadsByFilter = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan SyncObjects = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan Merge = TimeSpan.FromSeconds(180);
    public static readonly TimeSpan PagingToken = TimeSpan.FromSeconds(300);
}
