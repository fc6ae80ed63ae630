namespace SfMarketo.MarketoSim.Options;

/// <summary>The permissions by the names of the roles screen, and what they allow.</summary>
public static class RolePermissions
{
    private static readonly (MarketoPermissions Write, MarketoPermissions Read)[] Included =
    [
        (MarketoPermissions.ReadWriteLead, MarketoPermissions.ReadLead), (MarketoPermissions.ReadWriteActivity, MarketoPermissions.ReadActivity),
        (MarketoPermissions.ReadWriteActivityMetadata, MarketoPermissions.ReadActivityMetadata), (MarketoPermissions.ReadWriteAssets, MarketoPermissions.ReadAssets),
        (MarketoPermissions.ReadWriteCampaign, MarketoPermissions.ReadCampaign), (MarketoPermissions.ReadWriteCompany, MarketoPermissions.ReadCompany),
        (MarketoPermissions.ReadWriteCustomObject, MarketoPermissions.ReadCustomObject), (MarketoPermissions.ReadWriteNamedAccount, MarketoPermissions.ReadNamedAccount),
        (MarketoPermissions.ReadWriteNamedAccountList, MarketoPermissions.ReadNamedAccountList), (MarketoPermissions.ReadWriteOpportunity, MarketoPermissions.ReadOpportunity),
        (MarketoPermissions.ReadWriteSalesPerson, MarketoPermissions.ReadSalesPerson),
    ];

    private static readonly SortedDictionary<string, MarketoPermissions> ByName = new(
        Enum.GetValues<MarketoPermissions>().Where(permission => permission is not (MarketoPermissions.None or MarketoPermissions.All)).ToDictionary(Name),
        StringComparer.Ordinal);

    /// <summary>Sorted: <c>Approve Assets</c>, <c>Execute Campaign</c>, <c>Read-Only Activity</c>, ...</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Null for a name that the screen has not.</summary>
    public static MarketoPermissions? Find(string name) => ByName.TryGetValue(name, out var permission) ? permission : null;

    /// <summary>The names of what a role has, sorted.</summary>
    public static IEnumerable<string> NamesOf(MarketoPermissions role) => ByName.Where(entry => role.HasFlag(entry.Value)).Select(entry => entry.Key);

    /// <summary>Whether a role has what an endpoint needs.</summary>
    public static bool Allow(this MarketoPermissions role, MarketoPermissions needed)
    {
        if ((role & needed) == needed)
        {
            return true;
        }

        foreach (var (write, read) in Included)
        {
            role |= (role & write) != 0 ? read : MarketoPermissions.None;
        }

        return (role & needed) == needed;
    }

    private static string Name(MarketoPermissions permission)
    {
        var words = permission.ToString();
        var (start, rest) = words.StartsWith("ReadWrite", StringComparison.Ordinal) ? ("Read-Write", words["ReadWrite".Length..])
            : words.StartsWith("Read", StringComparison.Ordinal) ? ("Read-Only", words["Read".Length..])
            : words.StartsWith("Execute", StringComparison.Ordinal) ? ("Execute", words["Execute".Length..])
            : ("Approve", words["Approve".Length..]);
        return start + string.Concat(rest.Select(letter => char.IsAsciiLetterUpper(letter) ? " " + letter : letter.ToString()));
    }
}
