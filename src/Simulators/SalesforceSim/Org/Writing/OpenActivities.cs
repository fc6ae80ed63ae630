using SfMarketo.Kernel.Recording;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>HasOpenActivity and HasOverdueTask of opportunities, as they are when one of its activities is written.</summary>
internal static class OpenActivities
{
    private const string Rule = "OpenActivity";

    public static void Refresh(Transaction transaction, SRow? old, SRow activity)
    {
        var what = activity.Type.Field("WhatId").Number;
        Refresh(transaction, activity.Text(what));
        if (old?.Text(what) is { } before && before != activity.Text(what))
        {
            Refresh(transaction, before);
        }
    }

    private static void Refresh(Transaction transaction, string? id)
    {
        if (id is null || transaction.Store.Find(id) is not { Deleted: false, Type.Name: "Opportunity" } row)
        {
            return;
        }

        var (open, overdue) = Look(transaction, id);
        var (openField, overdueField) = (row.Type.Field("HasOpenActivity"), row.Type.Field("HasOverdueTask"));
        if (row[openField] is true == open && row[overdueField] is true == overdue)
        {
            return;
        }

        var values = row.CopyValues();
        values[openField.Number] = Boxes.Of(open);
        values[overdueField.Number] = Boxes.Of(overdue);
        transaction.Update(row, values, "update", Rule, Stamps.None);
    }

    private static (bool Open, bool Overdue) Look(Transaction transaction, string id)
    {
        var today = DateOnly.FromDateTime(Micros.ToInstant(transaction.Stamp).UtcDateTime);
        var (tasks, events) = (transaction.Store["Task"], transaction.Store["Event"]);
        var (closed, due, end) = (tasks.Type.Field("IsClosed"), tasks.Type.Field("ActivityDate"), events.Type.Field("EndDateTime"));
        var openTasks = tasks.FindByIndex(tasks.Type.Field("WhatId"), id).Where(task => !task.Deleted && task[closed] is not true).ToList();
        return (
            openTasks.Count > 0 || events.FindByIndex(events.Type.Field("WhatId"), id).Any(each => !each.Deleted && each[end] is long until && until > transaction.Stamp),
            openTasks.Exists(task => task[due] is DateOnly day && day < today));
    }
}
