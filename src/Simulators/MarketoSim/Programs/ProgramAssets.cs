using System.Globalization;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.SmartLists;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>GET /rest/asset/v1/programs.json</c> with its filters, <c>program/{id}.json</c>, <c>program/byName.json</c>, <c>program/byTag.json</c> and the smart list of an e-mail program. Browsing shows no tags.</summary>
internal static class ProgramAssets
{
    public static void Answer(MarketoCall call)
    {
        var page = call.ReadPage();
        var ids = ReadFilter(call);
        var inSpan = call.ReadSpan();
        var status = call.Parameters["status"];
        var found = call.Instance.Assets.Programs.Where(program =>
            inSpan(program) && (ids is null || ids.Contains(program.Id.ToString(CultureInfo.InvariantCulture))) && (status is null || program.Status == status));
        call.WriteAssets(found.Skip(page.Offset).Take(page.Size), (at, program) => Write(at, program, tags: false, costs: false));
    }

    public static void AnswerOne(MarketoCall call) => call.WriteAsset(call.FindOrNull(call.Instance.Assets.Programs), WriteWhole);

    public static void AnswerByName(MarketoCall call)
    {
        var name = call.Required("name");
        var (tags, costs) = (call.Flag("includeTags") == true, call.Flag("includeCosts") == true);
        call.WriteAssets(call.Instance.Assets.Programs.Where(program => program.Name == name), (at, program) => Write(at, program, tags, costs));
    }

    public static void AnswerByTag(MarketoCall call)
    {
        var tag = new ProgramTag(call.Required("tagType"), call.Required("tagValue"));
        var page = call.ReadPage();
        call.WriteAssets(call.Instance.Assets.Programs.Where(program => program.Tags.Contains(tag)).Skip(page.Offset).Take(page.Size), WriteWhole);
    }

    /// <summary>Only an e-mail program has one: 702 for others.</summary>
    public static void AnswerSmartList(MarketoCall call)
    {
        var rules = call.Flag("includeRules") == true;
        var program = call.Find(call.Instance.Assets.Programs, "programId");
        var list = program.Type == ProgramWords.Email ? MarketoSmartList.OfProgram(program) : throw new AssetException(MarketoErrors.NoData);
        call.WriteAsset(list, (at, one) => SmartListAssets.Write(at, one, rules));
    }

    /// <summary>With tags and costs, where there are any.</summary>
    public static void WriteWhole(MarketoCall call, MarketoProgram program) => Write(call, program, tags: true, costs: true);

    private static List<string>? ReadFilter(MarketoCall call)
    {
        if (call.Parameters["filterType"] is not { } type)
        {
            return null;
        }

        var ids = call.Parameters.List("filterValues");
        return type != "id" ? throw new AssetException(MarketoErrors.LookupNotSupported(type)) : ids.Count > 0 ? ids : throw new AssetException(MarketoErrors.CannotBeBlank("filterValues"));
    }

    private static void Write(MarketoCall call, MarketoProgram program, bool tags, bool costs)
    {
        var json = call.Json;
        json.WriteStartObject();
        call.WriteCommon(program);
        json.WriteString("url"u8, AssetAnswers.Url("PG", program.Id));
        json.WriteString("type"u8, program.Type);
        json.WriteString("channel"u8, program.Channel);
        call.WriteNamedPlace(program.Place);
        json.WriteString("status"u8, program.Status);
        json.WriteBoolean("headStart"u8, false);
        WriteDate(call, "startDate", program.StartDate);
        WriteDate(call, "endDate", program.EndDate);
        if (tags && program.Tags.Count > 0)
        {
            json.WriteStartArray("tags"u8);
            foreach (var tag in program.Tags)
            {
                json.WriteStartObject();
                json.WriteString("tagType"u8, tag.TagType);
                json.WriteString("tagValue"u8, tag.TagValue);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (costs && program.Costs.Count > 0)
        {
            WriteCosts(call, program.Costs);
        }

        json.WriteEndObject();
    }

    private static void WriteDate(MarketoCall call, string name, string date)
    {
        if (date.Length > 0)
        {
            call.Json.WriteString(name, date);
        }
    }

    private static void WriteCosts(MarketoCall call, IReadOnlyList<ProgramCost> costs)
    {
        var json = call.Json;
        json.WriteStartArray("costs"u8);
        foreach (var cost in costs)
        {
            json.WriteStartObject();
            json.WriteString("startDate"u8, cost.StartDate);
            json.WriteNumber("cost"u8, cost.Cost);
            json.WriteString("note"u8, cost.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
