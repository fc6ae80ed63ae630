using System.Text.Json;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>Queries by the vendor's API.</summary>
internal static class SoqlCalls
{
    public static Task<OrgAnswer> Query(this OrgHost host, string statement, string version = "59.0", string more = "", params (string Name, string Value)[] headers) =>
        host.Call("GET", $"/services/data/v{version}/query?q={Uri.EscapeDataString(statement)}{more}", null, headers);

    /// <summary>The records without their attributes, as JSON text.</summary>
    public static async Task<string> Rows(this OrgHost host, string statement, string version = "59.0")
    {
        var answer = await host.Query(statement, version);
        answer.Status.Should().Be(200, answer.Body);
        return string.Join(' ', answer["records"].EnumerateArray().Select(Bare));
    }

    public static async Task ShouldRefuse(this OrgHost host, string statement, string code, string lastLine, string version = "59.0")
    {
        var answer = await host.Query(statement, version);
        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
        answer.Json[0].GetProperty("message").GetString()!.Split('\n')[^1].Should().Be(lastLine);
    }

    /// <summary>An account with so many contacts, called c0, c1 and so on.</summary>
    public static async Task<string> CreateAccount(this OrgHost host, string name, int contacts = 0, string more = "")
    {
        var account = await host.Create("Account", $$"""{"Name":"{{name}}"{{more}}}""");
        for (var number = 0; number < contacts; number++)
        {
            await host.Create("Contact", $$"""{"LastName":"c{{number}}","AccountId":"{{account}}"}""");
        }

        return account;
    }

    private static string Bare(JsonElement row) => row.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', row.EnumerateObject().Where(member => member.Name is not "attributes").Select(member => $"{member.Name}:{Bare(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', row.EnumerateArray().Select(Bare)) + "]",
        _ => row.GetRawText().Trim('"'),
    };
}
