using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Reads what clients write of programs: tags, costs, dates, places.</summary>
internal static class ProgramInput
{
    /// <summary>Null when <c>tags</c> is not there; 709 for a tag type that the instance has not, that is not for the program type, or a value that it does not take.</summary>
    public static IReadOnlyList<ProgramTag>? Tags(MarketoCall call, string programType)
    {
        if (call.Objects("tags") is not { } objects)
        {
            return null;
        }

        var tags = objects.Select(tag => new ProgramTag(tag.Member("tags", "tagType"), tag.Member("tags", "tagValue"))).ToList();
        foreach (var tag in tags)
        {
            var type = call.Instance.Options.TagTypes.FirstOrDefault(known => known.Name == tag.TagType);
            if (type is null || !type.ProgramTypes.Contains(ProgramWords.Applicable(programType)) || (type.Values.Count > 0 && !type.Values.Contains(tag.TagValue)))
            {
                throw new AssetException(MarketoErrors.BusinessRule($"The tag '{tag.TagType}' is not valid with '{tag.TagValue}'"));
            }
        }

        return tags;
    }

    /// <summary>709 when a tag that the type must carry is missing.</summary>
    public static void CheckRequired(MarketoCall call, string programType, IReadOnlyList<ProgramTag> tags)
    {
        if (call.Instance.Options.TagTypes.FirstOrDefault(type => type.Required && type.ProgramTypes.Contains(ProgramWords.Applicable(programType)) && tags.All(tag => tag.TagType != type.Name)) is { } missing)
        {
            throw new AssetException(MarketoErrors.BusinessRule($"The tag '{missing.Name}' is required"));
        }
    }

    /// <summary>Null when <c>costs</c> is not there.</summary>
    public static IReadOnlyList<ProgramCost>? Costs(MarketoCall call) => call.Objects("costs")?.Select(cost =>
        new ProgramCost(
            Date(cost.Member("costs", "startDate")),
            cost.TryGetProperty("cost", out var amount) && amount.ValueKind == JsonValueKind.Number && amount.TryGetInt32(out var number) ? number : throw new AssetException(MarketoErrors.CannotBeBlank("costs.cost")),
            cost.TryGetProperty("note", out var note) && note.ValueKind == JsonValueKind.String ? note.GetString()! : "")).ToList();

    /// <summary>704 for text that is no date; 709 for a program that has no dates.</summary>
    public static string? Date(MarketoCall call, string name, string programType) => call.Parameters[name] switch
    {
        null => null,
        _ when !ProgramWords.HasDates(programType) => throw new AssetException(MarketoErrors.BusinessRule($"{name} is not for programs of the type '{programType}'")),
        var text => Date(text),
    };

    /// <summary>Programs live in Marketing Activities; in a program only if that is an engagement program: 711.</summary>
    public static AssetPlace Place(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var place = call.RequiredPlace("folder");
        return place.IsProgram ? assets.Programs.Find(place.Id)!.Type == ProgramWords.Engagement ? place : throw new AssetException(MarketoErrors.IncompatibleFolder)
            : IsMarketing(assets, place) ? place : throw new AssetException(MarketoErrors.IncompatibleFolder);
    }

    /// <summary>Whether a place is in Marketing Activities.</summary>
    public static bool IsMarketing(AssetCatalog assets, AssetPlace place) => assets.RootOf(place) is not (MarketoFolder.LeadDatabase or 2);

    private static string Date(string text) => WireTime.TryParse(text, out _) ? text : throw new AssetException(MarketoErrors.InvalidDate(text));
}
