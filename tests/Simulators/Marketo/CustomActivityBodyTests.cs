using CsCheck;
using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>Bodies of any shape get an answer of the vendor's, never a system error.</summary>
public sealed class CustomActivityBodyTests
{
    private const string External = "/rest/v1/activities/external";

    private static readonly string[] Values = ["null", "1", "-1", "1e400", "100001", "99999999999999999999", "\"x\"", "\"\"", "\"\\uD800\"", "\"2026-03-01T00:00:00Z\"", "\"9999-12-31T23:59:59-12:00\"", "true", "[]", "{}", "[null]", "[[]]", "{\"apiName\":\"game\"}", "[{\"apiName\":\"score\",\"value\":{}}]", "[{\"name\":5}]", "[{\"apiName\":\"\\uDC00\",\"name\":\"x\"}]"];

    private static readonly string[] Names = ["apiName", "name", "triggerName", "filterName", "primaryAttribute", "attributes", "input", "leadId", "activityDate", "activityTypeId", "primaryAttributeValue", "description"];

    private static readonly string[] Paths = [".json", "/type.json", "/type/game.json", "/type/game/attributes/create.json", "/type/game/attributes/update.json", "/type/game/attributes/delete.json"];

    private static readonly Gen<string> Member = Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[0, Values.Length - 1], (name, value) => $"\"{Names[name]}\":{Values[value]}");

    private static readonly Gen<string> Body = Member.Array[0, 8].Select(members => "{" + string.Join(',', members) + "}");

    [Fact]
    public async Task No_body_makes_a_system_error()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { CallsPerWindow = 1_000_000, CallsPerDay = 1_000_000 });
        await marketo.CreateAsync("a@example.invalid");
        await marketo.PostAsync(External + "/type.json", """{"apiName":"game","name":"Game","triggerName":"t","filterName":"f","primaryAttribute":{"apiName":"p","name":"P"}}""");
        await marketo.PostAsync(External + "/type/game/approve.json", "{}");

        await Gen.Select(Gen.Int[0, Paths.Length - 1], Body, Gen.Bool).SampleAsync(
            async (path, body, wrapped) =>
            {
                var answer = await marketo.PostAsync(External + Paths[path], wrapped ? $$"""{"input":[{{body}}],"attributes":[{{body}}]}""" : body);

                answer.ToString().Should().NotContain("\"611\"", "the body is {0}", body);
            },
            iter: 3_000,
            threads: 1);
    }
}
