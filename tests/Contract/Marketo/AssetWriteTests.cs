using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Smart Campaigns; Static Lists")]
public sealed class AssetWriteTests
{
    [Theory]
    [InlineData("smartCampaigns.json", "name=", "701")]
    [InlineData("smartCampaigns.json", "name=X", "701")]
    [InlineData("smartCampaigns.json", """name=Nightly&folder={"id":28,"type":"Folder"}""", "709")]
    [InlineData("smartCampaigns.json", """name=X&folder={"id":5,"type":"Folder"}""", "711")]
    [InlineData("smartCampaigns.json", """name=X&folder={"id":7777777,"type":"Folder"}""", "710")]
    [InlineData("smartCampaign/3713.json", "name=Sleeping", "709")]
    [InlineData("smartCampaign/3713/activate.json", "", "709")]
    [InlineData("smartCampaign/7/activate.json", "", "702")]
    [InlineData("smartCampaign/7/clone.json", "", "702")]
    [InlineData("staticLists.json", "name=", "701")]
    [InlineData("staticLists.json", """name=Customers&folder={"id":5,"type":"Folder"}""", "709")]
    [InlineData("staticLists.json", """name=X&folder={"id":28,"type":"Folder"}""", "711")]
    [InlineData("staticLists.json", """name=X&folder={"id":7777777,"type":"Folder"}""", "710")]
    [InlineData("staticList/7.json", "name=X", "702")]
    [InlineData("staticList/3379.json", "name=Customers", "709")]
    [InlineData("staticList/9/delete.json", "", "709")]
    [InlineData("staticList/7/delete.json", "", "702")]
    [Proves("POST /rest/asset/v1/smartCampaigns.json", "name", "folder")]
    [Proves("POST /rest/asset/v1/smartCampaign/{id}.json", "name")]
    [Proves("POST /rest/asset/v1/smartCampaign/{id}/activate.json")]
    [Proves("POST /rest/asset/v1/smartCampaign/{id}/clone.json")]
    [Proves("POST /rest/asset/v1/staticLists.json", "name", "folder")]
    [Proves("POST /rest/asset/v1/staticList/{id}.json", "name")]
    [Proves("POST /rest/asset/v1/staticList/{id}/delete.json")]
    [Proves("code 701")]
    [Proves("code 702")]
    [Proves("code 709")]
    [Proves("code 710")]
    [Proves("code 711")]
    public async Task A_bad_write_fails_the_call(string path, string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.SendAsync(HttpMethod.Post, "/rest/asset/v1/" + path, body, "application/x-www-form-urlencoded")).ShouldFail(code);
    }
}
