using System.Buffers;
using System.Text;
using CsCheck;
using SfMarketo.Kernel.Csv;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Tests.Simulators.Bulk;

/// <summary>Jobs of the org go on by the clock alone, on every fork for itself; what goes in comes out.</summary>
public sealed class OrgBulkTests
{
    private static readonly (string Name, char Character)[] Delimiters = [("BACKQUOTE", '`'), ("CARET", '^'), ("COMMA", ','), ("PIPE", '|'), ("SEMICOLON", ';'), ("TAB", '\t')];

    /// <summary>Texts with everything that has a meaning in one dialect or another.</summary>
    private static readonly Gen<string> Texts = Gen.Char[" ,;\t|^`\"\r\nab#\u00e9"].Array[0, 8].Select(characters => new string(characters));

    private static readonly Gen<(string Name, char Character, string Ending)> Forms = Gen.Select(Gen.Int[0, 5], Gen.Bool, (delimiter, crLf) => (Delimiters[delimiter].Name, Delimiters[delimiter].Character, crLf ? "CRLF" : "LF"));

    [Fact]
    public async Task Who_looks_late_finds_the_same_instants()
    {
        await using var org = await OrgBulk.StartAsync();
        await org.IngestAsync("\"object\":\"Account\",\"operation\":\"insert\"", Accounts(700));
        var late = org.Org.Fork(org.Time);

        org.RunToTheEnd();
        org.Time.Advance(TimeSpan.FromHours(1));
        late.RunDue();

        Stamps(late).Should().Equal(Stamps(org.Org)).And.HaveCount(700);
        Stamps(late).Distinct().Should().HaveCountGreaterThan(1);
    }

    [Fact]
    public async Task A_fork_in_the_middle_goes_on_by_itself()
    {
        await using var org = await OrgBulk.StartAsync();
        await org.IngestAsync("\"object\":\"Account\",\"operation\":\"insert\"", Accounts(700));
        while (org.Org.Count("Account") < 400)
        {
            org.Time.Advance(TimeSpan.FromSeconds(0.1));
        }

        var fork = org.Org.Fork(org.Time);
        org.RunToTheEnd();

        fork.Count("Account").Should().Be(700);
        org.Org.Count("Account").Should().Be(700);
        Stamps(fork).Should().Equal(Stamps(org.Org));
        org.Org.Reset();
        org.Org.NextDue.Should().BeNull();
    }

    [Fact]
    public async Task What_goes_in_comes_out()
    {
        await Gen.Select(Forms, Forms, Gen.Select(Texts, Texts).Array[1, 6]).SampleAsync(
            RoundTripAsync,
            iter: 40,
            threads: 1);
    }

    private static async Task RoundTripAsync((string Name, char Character, string Ending) sent, (string Name, char Character, string Ending) asked, (string First, string Second)[] rows)
    {
        await using var org = await OrgBulk.StartAsync();
        var named = rows.Select((row, number) => (Key: "K" + number, row.First, row.Second)).ToList();

        var job = await org.IngestAsync($"\"object\":\"Account\",\"operation\":\"insert\",{Form(sent)}", Write(sent, [["Description", "Name", "Site"], .. named.Select(row => (string[])[row.First, row.Key, row.Second])]));
        org.RunToTheEnd();
        var results = Read(sent.Character, await org.GetAsync($"jobs/ingest/{job}/successfulResults"));
        var query = await org.QueryAsync($"\"query\":\"SELECT Name, Description, Site FROM Account ORDER BY Name\",{Form(asked)}");
        org.RunToTheEnd();
        var found = Read(asked.Character, await org.GetAsync($"jobs/query/{query}/results"));

        results[0].Should().Equal("sf__Id", "sf__Created", "Description", "Name", "Site");
        results.Skip(1).Select(row => (row[3], row[2], row[4])).Order().Should().Equal(named.Select(row => (row.Key, row.First, row.Second)));
        found[0].Should().Equal("Name", "Description", "Site");
        found.Skip(1).Select(row => (row[0], row[1], row[2])).Should().Equal(named.Select(row => (row.Key, row.First.Trim(), row.Second.Trim())));
    }

    private static string Form((string Name, char Character, string Ending) form) => $"\"columnDelimiter\":\"{form.Name}\",\"lineEnding\":\"{form.Ending}\"";

    private static byte[] Write((string Name, char Character, string Ending) form, string[][] rows)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new CsvWriter(output, new CsvDialect(form.Character, crLf: form.Ending == "CRLF"));
        foreach (var row in rows)
        {
            foreach (var field in row)
            {
                writer.Write(field);
            }

            writer.EndRow();
        }

        return output.WrittenSpan.ToArray();
    }

    private static List<string[]> Read(char delimiter, byte[] csv)
    {
        var reader = new CsvReader(csv, new CsvDialect(delimiter));
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.Count).Select(field => Encoding.UTF8.GetString(reader[field]))]);
        }

        return rows;
    }

    private static byte[] Accounts(int count) => Encoding.UTF8.GetBytes("Name\n" + string.Concat(Enumerable.Range(0, count).Select(number => $"A{number}\n")));

    private static List<(string Id, object? Stamp)> Stamps(SalesforceOrg org) => [.. org.Rows("Account").Select(row => (row.Id, row.Get("SystemModstamp")))];
}
