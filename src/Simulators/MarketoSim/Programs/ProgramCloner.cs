using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Copies a program with all that is in it, and deletes it so. Members are not copied; campaigns of the copy name the copy's program and lists, and trigger campaigns start inactive.</summary>
internal sealed class ProgramCloner(MarketoInstance instance)
{
    private AssetCatalog Assets => instance.Assets;

    public MarketoProgram Clone(MarketoProgram program, string name, AssetPlace place, in ChangeContext context, string? description = null) =>
        Clone(program, name, place, context, out _, description);

    /// <param name="program">The one to copy.</param>
    /// <param name="name">The copy's name, which is free.</param>
    /// <param name="place">Where the copy goes.</param>
    /// <param name="context">Who does it.</param>
    /// <param name="campaigns">The copies of its campaigns by the id of the original.</param>
    /// <param name="description">The copy's; null for the original's.</param>
    public MarketoProgram Clone(MarketoProgram program, string name, AssetPlace place, ChangeContext context, out IReadOnlyDictionary<int, MarketoCampaign> campaigns, string? description = null)
    {
        var clone = program with
        {
            Id = Assets.Programs.NextId,
            Name = name,
            Description = description ?? program.Description,
            FolderId = place.Id,
            IsNested = place.IsProgram,
            Status = ProgramWords.FirstStatus(program.Type),
            CreatedAt = context.At,
            UpdatedAt = context.At,
        };
        instance.AssetWriter.Create(Assets.Programs, clone, context);
        var copy = new Copy(clone, new() { [new AssetPlace(program.Id, true)] = new AssetPlace(clone.Id, true) }, [], context);
        CopyContent(new AssetPlace(program.Id, true), copy);
        campaigns = CopyCampaigns(program, copy);
        return clone;
    }

    public void Delete(MarketoProgram program, in ChangeContext context)
    {
        DeleteContent(new AssetPlace(program.Id, true), context);
        Assets.Tokens.RemovePlace(new AssetPlace(program.Id, true));
        instance.Store.Members.RemoveProgram(program.Id);
        instance.AssetWriter.Delete(Assets.Programs, program, context);
    }

    private void CopyContent(AssetPlace from, Copy copy)
    {
        var (at, to) = (copy.Context.At, copy.Places[from]);
        foreach (var token in Assets.Tokens.Of(from))
        {
            instance.AssetWriter.SetToken(to, token, copy.Context);
        }

        foreach (var list in Assets.Lists.Where(list => list.Place == from).ToList())
        {
            var own = list with { Id = Assets.Lists.NextId, ProgramId = copy.Program.Id, ProgramName = copy.Program.Name, FolderId = to.IsProgram ? 0 : to.Id, CreatedAt = at, UpdatedAt = at };
            copy.Lists.Add(list.Id, own.Id);
            instance.AssetWriter.Create(Assets.Lists, own, copy.Context);
        }

        foreach (var list in Assets.SmartLists.Where(list => list.Place == from).ToList())
        {
            instance.AssetWriter.Create(Assets.SmartLists, list with { Id = Assets.SmartLists.NextId, Place = to, CreatedAt = at, UpdatedAt = at }, copy.Context);
        }

        foreach (var folder in Assets.Folders.Where(folder => folder.Parent == from).ToList())
        {
            var own = folder with { Id = Assets.Folders.NextId, Parent = to, CreatedAt = at, UpdatedAt = at };
            copy.Places.Add(new AssetPlace(folder.Id, false), new AssetPlace(own.Id, false));
            instance.AssetWriter.Create(Assets.Folders, own, copy.Context);
            CopyContent(new AssetPlace(folder.Id, false), copy);
        }
    }

    private Dictionary<int, MarketoCampaign> CopyCampaigns(MarketoProgram program, Copy copy)
    {
        var made = new Dictionary<int, MarketoCampaign>();
        foreach (var campaign in Assets.Campaigns.Where(campaign => copy.Places.ContainsKey(campaign.Place)).ToList())
        {
            var place = copy.Places[campaign.Place];
            var own = campaign with
            {
                Id = Assets.Campaigns.NextId,
                ProgramId = copy.Program.Id,
                ProgramName = copy.Program.Name,
                FolderId = place.IsProgram ? 0 : place.Id,
                Active = campaign.Active && campaign.Type == MarketoCampaignType.Batch,
                FlowSteps = [.. campaign.FlowSteps.Select(step => Own(step, program.Id, copy))],
                Filters = [.. campaign.Filters.Select(filter => Own(filter, program.Id, copy))],
                Triggers = [.. campaign.Triggers.Select(trigger => trigger is SmartListTrigger.StatusChanges changes && changes.ProgramId == program.Id ? changes with { ProgramId = copy.Program.Id } : trigger)],
                CreatedAt = copy.Context.At,
                UpdatedAt = copy.Context.At,
            };
            made.Add(campaign.Id, own);
            instance.AssetWriter.Create(Assets.Campaigns, own, copy.Context);
        }

        return made;
    }

    private void DeleteContent(AssetPlace place, in ChangeContext context)
    {
        foreach (var campaign in Assets.Campaigns.Where(campaign => campaign.Place == place).ToList())
        {
            instance.AssetWriter.Delete(Assets.Campaigns, campaign, context);
        }

        foreach (var list in Assets.Lists.Where(list => list.Place == place).ToList())
        {
            instance.Store.Lists.RemoveList(list.Id);
            instance.AssetWriter.Delete(Assets.Lists, list, context);
        }

        foreach (var list in Assets.SmartLists.Where(list => list.Place == place).ToList())
        {
            instance.AssetWriter.Delete(Assets.SmartLists, list, context);
        }

        foreach (var program in Assets.Programs.Where(program => program.Place == place).ToList())
        {
            Delete(program, context);
        }

        foreach (var folder in Assets.Folders.Where(folder => folder.Parent == place).ToList())
        {
            DeleteContent(new AssetPlace(folder.Id, false), context);
            instance.AssetWriter.Delete(Assets.Folders, folder, context);
        }
    }

    private static FlowStep Own(FlowStep step, int program, Copy copy) => step switch
    {
        FlowStep.ChangeProgramStatus change when change.ProgramId == program => change with { ProgramId = copy.Program.Id },
        FlowStep.DeleteFromProgram delete when delete.ProgramId == program => delete with { ProgramId = copy.Program.Id },
        FlowStep.AddToList add when copy.Lists.TryGetValue(add.ListId, out var list) => add with { ListId = list },
        FlowStep.RemoveFromList remove when copy.Lists.TryGetValue(remove.ListId, out var list) => remove with { ListId = list },
        _ => step,
    };

    private static SmartListFilter Own(SmartListFilter filter, int program, Copy copy) => filter switch
    {
        SmartListFilter.InProgram inside when inside.ProgramId == program => inside with { ProgramId = copy.Program.Id },
        SmartListFilter.NotInProgram outside when outside.ProgramId == program => outside with { ProgramId = copy.Program.Id },
        SmartListFilter.InList inside when copy.Lists.TryGetValue(inside.ListId, out var list) => inside with { ListId = list },
        SmartListFilter.NotInList outside when copy.Lists.TryGetValue(outside.ListId, out var list) => outside with { ListId = list },
        _ => filter,
    };

    private sealed record Copy(MarketoProgram Program, Dictionary<AssetPlace, AssetPlace> Places, Dictionary<int, int> Lists, ChangeContext Context);
}
