using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>What becomes of records that hold a person's id when the person ends: after a merge they are the winner's, after a delete the roles are gone.</summary>
/// <remarks>Source: Marketo REST API, "Merge leads" for the merge; that roles go with a deleted person is unverified. Links by key follow the key, as they hold no id.</remarks>
internal static class PersonLinks
{
    public static void Move(MarketoInstance instance, int loser, int winner, in ChangeContext context)
    {
        foreach (var (table, field) in Holders(instance))
        {
            foreach (var row in Of(table, field, loser))
            {
                object?[] values = [.. row.Values];
                values[field.Number] = winner;
                if (table.Kind.IsKey(field) && table.Find(table.Kind.KeyOf(values)) is not null)
                {
                    // The winner has the same already.
                    instance.ObjectWriter.Delete(table, row, context);
                }
                else
                {
                    instance.ObjectWriter.Update(table, row, [new FieldValue(field, winner)], context, kept: true);
                }
            }
        }
    }

    public static void Remove(MarketoInstance instance, int person, in ChangeContext context)
    {
        var roles = instance.Store.Objects.OpportunityRoles;
        foreach (var row in Of(roles, roles.Kind["leadId"], person))
        {
            instance.ObjectWriter.Delete(roles, row, context);
        }
    }

    private static IEnumerable<(ObjectTable Table, PersonField Field)> Holders(MarketoInstance instance) =>
        from table in instance.Store.Objects.All
        where table.LiveCount > 0
        from link in table.Kind.Links
        where link.Object == "Lead" && link.Key == "id"
        select (table, table.Kind[link.Field]);

    private static ObjectRow[] Of(ObjectTable table, PersonField field, int person)
    {
        var places = table.Find(field, PersonWriter.IdText(person)).ToArray();
        Array.Sort(places);
        return [.. places.Select(table.At)];
    }
}
