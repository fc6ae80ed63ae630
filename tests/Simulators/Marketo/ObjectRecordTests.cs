using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>The objects of the lead database in our own records, in forks and by the control API.</summary>
public sealed class ObjectRecordTests
{
    [Fact]
    public async Task Every_write_is_a_commit_with_its_object_id_and_fields()
    {
        await using var marketo = await MarketoHost.StartAsync();

        await marketo.PostAsync("/rest/v1/namedaccounts.json", """{"input":[{"name":"Acme","city":"Graz"}]}""");
        await marketo.PostAsync("/rest/v1/namedaccounts.json", """{"input":[{"name":"Acme","city":"Linz"}]}""");
        await marketo.PostAsync("/rest/v1/namedaccounts.json", """{"input":[{"name":"Acme","city":"Linz"}]}""");
        await marketo.PostAsync("/rest/v1/namedaccounts/delete.json", """{"input":[{"name":"Acme"}]}""");

        var commits = marketo.Records.Commits.Where(commit => commit.Object == "NamedAccount").ToArray();
        commits.Select(commit => commit.Op).Should().Equal("create", "update", "delete");
        commits.Select(commit => commit.Id).Distinct().Should().Equal(marketo.Instance.Records("NamedAccount").Single().Id);
        commits[0].Fields.Select(field => (field.Name, field.New)).Should().Equal(("name", "Acme"), ("city", "Graz"));
        commits[1].Fields.Select(field => (field.Name, field.Old, field.New)).Should().Equal(("city", "Graz", "Linz"));
        marketo.Instance.Records("NamedAccount").Single().IsLive.Should().BeFalse();
        marketo.Instance.Invoking(it => it.Records("Car")).Should().Throw<ArgumentException>().WithMessage("*no object 'Car'*Opportunity*");
    }

    [Fact]
    public async Task A_fork_has_records_lists_and_custom_objects_of_its_own()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.PostAsync("/rest/v1/salespersons.json", """{"input":[{"externalSalesPersonId":"S1","email":"a@example.invalid"}]}""");
        await marketo.GetAsync("/rest/v1/salespersons.json?filterType=email&filterValues=a@example.invalid");
        var before = marketo.Instance.Fork(marketo.Time);

        await marketo.PostAsync("/rest/v1/salespersons.json", """{"input":[{"externalSalesPersonId":"S1","email":"b@example.invalid"},{"externalSalesPersonId":"S2"}]}""");
        marketo.Instance.CreateCustomObject(new("car_c", "Car", [new("vin", MarketoSim.Instance.PersonFieldType.String) { IsDedupe = true }]));
        await marketo.PostAsync("/rest/v1/customobjects/car_c.json", """{"input":[{"vin":"V1"}]}""");

        before.Records("SalesPerson").Single().Get("email").Should().Be("a@example.invalid");
        before.RecordObjects.Should().NotContain("car_c");
        marketo.Instance.Records("car_c").Should().ContainSingle();
        marketo.Instance.Reset(before);
        await marketo.SignInAsync();
        (await marketo.GetAsync("/rest/v1/salespersons.json?filterType=email&filterValues=a@example.invalid,b@example.invalid")).GetProperty("result").GetArrayLength().Should().Be(1);
        (await marketo.GetAsync("/rest/v1/customobjects.json")).GetProperty("result").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task The_control_API_makes_a_custom_object_and_counts_its_records()
    {
        await using var marketo = await Control.ControlledMarketo.StartAsync();

        await marketo.DoAsync("POST", "/actions/createCustomObject", """{"apiName":"car_c","displayName":"Car","fields":{"vin":"string","owner":"integer"},"dedupeFields":["vin"],"links":{"owner":"Lead.id"}}""");
        await marketo.Host.PostAsync("/rest/v1/customobjects/car_c.json", """{"input":[{"vin":"V1"},{"vin":"V2"}]}""");

        (await marketo.DoAsync("GET", "/state")).GetProperty("counts").GetProperty("customObjects").GetInt32().Should().Be(2);
        (await RefusedAsync("""{"apiName":"car_c","fields":{"vin":"string"},"dedupeFields":["vin"]}""")).Should().Contain("already");
        (await RefusedAsync("""{"apiName":"bus_c","fields":{"vin":"text1"},"dedupeFields":["vin"]}""")).Should().Contain("no data type").And.Contain("datetime");
        (await RefusedAsync("""{"apiName":"bus_c","fields":{"vin":"string"},"dedupeFields":["win"]}""")).Should().Contain("has no 'win'");

        async Task<string> RefusedAsync(string body)
        {
            var (status, answer) = await marketo.CallAsync("POST", "/actions/createCustomObject", body);
            status.Should().Be(400);
            return answer.ToString();
        }
    }
}
