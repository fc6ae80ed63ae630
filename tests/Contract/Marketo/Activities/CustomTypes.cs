using System.Text.Json;

namespace SfMarketo.Tests.Contract.Marketo.Activities;

/// <summary>Custom activity types of the tests: made, approved, and taken away again, as an instance has only ten.</summary>
internal static class CustomTypes
{
    public const string Path = "/rest/v1/activities/external/type";

    public static string Body(string apiName, string name = "Game Played") =>
        $$"""{"apiName":"{{apiName}}","name":"{{name}}","description":"Games of the site","triggerName":"Plays a Game","filterName":"Played a Game","primaryAttribute":{"apiName":"game","name":"Game","description":"Which","dataType":"string","isPrimary":true} }""";

    public static Task<JsonElement> CreateAsync(MarketoHost marketo, string apiName) => marketo.PostAsync(Path + ".json", Body(apiName));

    public static Task<JsonElement> DoAsync(MarketoHost marketo, string apiName, string what, string body = "{}") => marketo.PostAsync($"{Path}/{apiName}/{what}.json", body);

    public static Task<JsonElement> DescribeAsync(MarketoHost marketo, string apiName, string query = "") => marketo.GetAsync($"{Path}/{apiName}/describe.json{query}");

    /// <summary>An approved type with the attributes <c>uRL</c>, <c>score</c>, <c>won</c>, <c>price</c>, <c>playedOn</c> and <c>endedAt</c>; its id.</summary>
    public static async Task<int> ApprovedAsync(MarketoHost marketo, string apiName)
    {
        await CreateAsync(marketo, apiName);
        await DoAsync(marketo, apiName, "attributes/create", """
            {"attributes":[{"apiName":"uRL","name":"URL","dataType":"link"},{"apiName":"score","name":"Score","dataType":"integer"},{"apiName":"won","name":"Won","dataType":"boolean"},
             {"apiName":"price","name":"Price","dataType":"currency"},{"apiName":"playedOn","name":"Played On","dataType":"date"},{"apiName":"endedAt","name":"Ended At","dataType":"datetime"}]}
            """);
        return (await DoAsync(marketo, apiName, "approve")).Result().Single().Id();
    }
}
