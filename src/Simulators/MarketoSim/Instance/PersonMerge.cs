using System.Runtime.InteropServices;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Merges people: the winner keeps its values and takes a loser's where it has none; the losers' ids are gone.</summary>
/// <remarks>Source: Marketo REST API, "Merge leads". Memberships and lists move with the people; their activities are shown under the winner.</remarks>
internal sealed class PersonMerge(MarketoInstance instance)
{
    public void Merge(PersonRow winner, IReadOnlyList<PersonRow> losers, in ChangeContext context)
    {
        var store = instance.Store;
        foreach (var loser in losers)
        {
            instance.Writer.End(loser, "merge", winner.Id, context);
            store.Activities.Append(new ActivityEntry(context.At, loser.Id, ActivityTypes.DeleteLead, loser.Id, context.CampaignId, instance.Writer.NameOf(loser), []));
        }

        var taken = Taken(winner, losers);
        store.Activities.Append(new ActivityEntry(context.At, winner.Id, ActivityTypes.MergeLeads, winner.Id, context.CampaignId, instance.Writer.NameOf(winner),
            [string.Join(',', losers.Select(loser => PersonWriter.IdText(loser.Id))), string.Join(',', taken.Select(value => value.Field.Name))]));
        instance.Writer.Update(winner, CollectionsMarshal.AsSpan(taken), context);
        foreach (var loser in losers)
        {
            store.Members.Move(loser.Id, winner.Id);
            store.Lists.Move(loser.Id, winner.Id);
            Objects.PersonLinks.Move(instance, loser.Id, winner.Id, context);
            store.CampaignMembers.Move(loser.Id, winner.Id);
        }
    }

    /// <summary>What the winner lacks and the first loser that has it gives. Company values come with the link, not one by one.</summary>
    private List<FieldValue> Taken(PersonRow winner, IReadOnlyList<PersonRow> losers)
    {
        var linked = instance.CompanyLinks.KeyOf(winner) is not null || losers.Any(loser => instance.CompanyLinks.KeyOf(loser) is not null);
        var taken = new List<FieldValue>();
        foreach (var field in instance.Schema.Fields)
        {
            if (field.ReadOnly || winner.Values[field.Number] is not null || (linked && field.Company))
            {
                continue;
            }

            foreach (var loser in losers)
            {
                if (loser.Values[field.Number] is { } value)
                {
                    taken.Add(new FieldValue(field, value));
                    break;
                }
            }
        }

        return taken;
    }
}
