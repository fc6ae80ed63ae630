using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Lists;

/// <summary>Puts people on static lists and takes them off: the membership, its commit and its activity (24, 25) in one place.</summary>
internal sealed class ListWriter(MarketoInstance instance)
{
    /// <returns>False when the person is on the list already.</returns>
    public bool Add(MarketoList list, int personId, in ChangeContext context)
    {
        if (!instance.Store.Lists.Add(list.Id, personId, instance.Store.Conditions.Shown(context.At)))
        {
            return false;
        }

        Commit(list.Id, personId, "create", [new FieldChange("listId", null, list.Id), new FieldChange("personId", null, personId)], context);
        instance.Store.Activities.Append(new ActivityEntry(context.At, personId, ActivityTypes.AddToList, list.Id, context.CampaignId, list.Name, [context.Source]));
        return true;
    }

    /// <returns>False when the person is not on the list.</returns>
    public bool Remove(MarketoList list, int personId, in ChangeContext context)
    {
        if (!instance.Store.Lists.Remove(list.Id, personId))
        {
            return false;
        }

        Commit(list.Id, personId, "delete", [new FieldChange("listId", list.Id, null), new FieldChange("personId", personId, null)], context);
        instance.Store.Activities.Append(new ActivityEntry(context.At, personId, ActivityTypes.RemoveFromList, list.Id, context.CampaignId, list.Name, [context.Source]));
        return true;
    }

    private void Commit(int listId, int personId, string op, IReadOnlyList<FieldChange> fields, in ChangeContext context) =>
        instance.Recorder.Commit(context.Call, context.At, "ListMember", $"{listId}/{personId}", op, context.Actor, context.Cause, fields);
}
