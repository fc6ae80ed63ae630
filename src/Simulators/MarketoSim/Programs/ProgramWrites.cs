using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Folders;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Creates, changes, approves, clones and deletes programs.</summary>
internal static class ProgramWrites
{
    public static void Create(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var name = call.RequiredName();
        var type = call.Required("type");
        var channelName = call.Required("channel");
        var place = ProgramInput.Place(call);
        if (!ProgramWords.Types.Contains(type))
        {
            throw new AssetException(MarketoErrors.BusinessRule($"'{type}' is no program type"));
        }

        if (assets.FindChannel(channelName) is not { } channel || channel.ApplicableProgramType != ProgramWords.Applicable(type))
        {
            throw new AssetException(MarketoErrors.BusinessRule($"The channel '{channelName}' is not for programs of the type '{type}'"));
        }

        AssetWriter.CheckFree(assets.Programs, name);
        var tags = ProgramInput.Tags(call, type) ?? [];
        ProgramInput.CheckRequired(call, type, tags);
        var program = new MarketoProgram(assets.Programs.NextId, name, channelName)
        {
            Type = type,
            Status = ProgramWords.FirstStatus(type),
            Description = call.Parameters["description"] ?? "",
            FolderId = place.Id,
            IsNested = place.IsProgram,
            Tags = tags,
            Costs = ProgramInput.Costs(call) ?? [],
            CreatedAt = call.Sim.Now,
            UpdatedAt = call.Sim.Now,
        };
        call.Instance.AssetWriter.Create(assets.Programs, program, call.Context);
        call.WriteAsset(program, ProgramAssets.WriteWhole);
    }

    /// <summary>Costs are added to those that there are, unless <c>costsDestructiveUpdate</c> says to replace them.</summary>
    public static void Update(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var program = call.Find(assets.Programs);
        var (name, description) = AssetWriter.ReadChange(call, assets.Programs, program);
        var tags = ProgramInput.Tags(call, program.Type);
        var costs = ProgramInput.Costs(call);
        var after = program with
        {
            Name = name,
            Description = description,
            StartDate = ProgramInput.Date(call, "startDate", program.Type) ?? program.StartDate,
            EndDate = ProgramInput.Date(call, "endDate", program.Type) ?? program.EndDate,
            Tags = tags is null ? program.Tags : [.. program.Tags.Where(tag => tags.All(other => other.TagType != tag.TagType)), .. tags],
            Costs = costs is null ? program.Costs : call.Flag("costsDestructiveUpdate") == true ? costs : [.. program.Costs, .. costs],
            UpdatedAt = call.Sim.Now,
        };
        call.Instance.AssetWriter.Update(assets.Programs, program, after, call.Context);
        call.WriteAsset(after, ProgramAssets.WriteWhole);
    }

    public static void Approve(MarketoCall call) => Lock(call, "unlocked", "locked");

    public static void Unapprove(MarketoCall call) => Lock(call, "locked", "unlocked");

    public static void Clone(MarketoCall call)
    {
        var program = call.Find(call.Instance.Assets.Programs);
        var name = call.RequiredName();
        var place = ProgramInput.Place(call);
        AssetWriter.CheckFree(call.Instance.Assets.Programs, name);
        var clone = call.Instance.ProgramCloner.Clone(program, name, place, call.Context, call.Parameters["description"]);
        call.WriteAsset(clone, ProgramAssets.WriteWhole);
    }

    /// <summary>With all that is in it; 709 when something outside uses some of it.</summary>
    public static void Delete(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var program = call.Find(assets.Programs);
        var place = new AssetPlace(program.Id, true);
        var inside = assets.Campaigns.Where(campaign => assets.Around(campaign.Place).Contains(place)).ToList();
        if (inside.Any(campaign => campaign.Active) || AssetUses.OfProgram(assets, program.Id).Any(campaign => !inside.Contains(campaign)))
        {
            throw new AssetException(MarketoErrors.BusinessRule($"Program '{program.Name}' is in use"));
        }

        foreach (var list in assets.Lists.Where(list => assets.Around(list.Place).Contains(place)))
        {
            if (AssetUses.OfList(assets, list.Id).Any(campaign => !inside.Contains(campaign)))
            {
                throw new AssetException(MarketoErrors.BusinessRule($"Static list '{list.Name}' is in use"));
            }
        }

        call.Instance.ProgramCloner.Delete(program, call.Context);
        call.WriteId(program.Id);
    }

    private static void Lock(MarketoCall call, string from, string to)
    {
        var program = call.Find(call.Instance.Assets.Programs);
        if (program.Type != ProgramWords.Email || program.Status != from)
        {
            throw new AssetException(MarketoErrors.BusinessRule($"Program '{program.Name}' is no e-mail program that is {from}"));
        }

        call.Instance.AssetWriter.Update(call.Instance.Assets.Programs, program, program with { Status = to, UpdatedAt = call.Sim.Now }, call.Context);
        call.WriteId(program.Id);
    }
}
