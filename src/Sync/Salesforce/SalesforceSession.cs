namespace SfMarketo.Sync.Salesforce;

/// <summary>A signed-in session: the token, the host to use it on, and the org, if the answer named it.</summary>
internal sealed record SalesforceSession(string AccessToken, Uri InstanceUrl, SalesforceId OrganizationId)
{
    public override string ToString() => InstanceUrl.ToString();
}
