namespace SfMarketo.Sync.Salesforce;

/// <summary>A signed-in session: the token, and the host to use it on.</summary>
internal sealed record SalesforceSession(string AccessToken, Uri InstanceUrl)
{
    public override string ToString() => InstanceUrl.ToString();
}
