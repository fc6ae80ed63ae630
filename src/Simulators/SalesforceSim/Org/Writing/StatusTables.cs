namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>The tables of statuses: which of them close a task or a case.</summary>
internal static class StatusTables
{
    public static bool IsClosed(OrgStore store, string table, string? status)
    {
        var statuses = store[table];
        var (label, closed) = (statuses.Type.Field("MasterLabel").Number, statuses.Type.Field("IsClosed"));
        for (var i = 0; i < statuses.Count; i++)
        {
            if (statuses[i] is { } row && string.Equals(row.Text(label), status, StringComparison.OrdinalIgnoreCase))
            {
                return row[closed] is true;
            }
        }

        return false;
    }
}
