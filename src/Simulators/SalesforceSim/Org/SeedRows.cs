using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>Puts rows into tables before anybody works with them. They are no commits.</summary>
/// <param name="store">The tables.</param>
/// <param name="stamp">All their system dates, microseconds since 1970 UTC.</param>
internal sealed class SeedRows(OrgStore store, long stamp)
{
    /// <param name="name">The object.</param>
    /// <param name="userId">Who made it.</param>
    /// <param name="fields">What is not empty.</param>
    /// <returns>The row's id.</returns>
    public string Add(string name, string userId, params ReadOnlySpan<(string Field, object? Value)> fields)
    {
        var table = store[name];
        var values = new object?[table.Type.Fields.Count];
        var id = table.IdOf(table.NextNumber);
        values[SystemFields.Id] = id;
        values[SystemFields.CreatedDate] = stamp;
        values[SystemFields.CreatedById] = userId;
        values[SystemFields.LastModifiedDate] = stamp;
        values[SystemFields.LastModifiedById] = userId;
        values[SystemFields.SystemModstamp] = stamp;
        foreach (var (field, value) in fields)
        {
            values[table.Type.Field(field).Number] = value;
        }

        var row = new SRow(table.Type, table.NextNumber, version: 0, deleted: false, values);
        table.Put(row);
        table.Publish(row);
        return id;
    }
}
