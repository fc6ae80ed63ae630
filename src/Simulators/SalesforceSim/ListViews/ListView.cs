using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.ListViews;

/// <summary>A list of an object's rows as the screens show it: all, the user's own, or the ones viewed last.</summary>
/// <param name="Type">The object.</param>
/// <param name="Kind">Which of them.</param>
internal sealed record ListView(SObjectType Type, ListViewKind Kind)
{
    private const long FirstSerial = 1_000_000;
    private const int KindsApart = 10;

    private static readonly int Prefix = SalesforceId.PackPrefix("00B");
    private static readonly int Node = SalesforceId.PackPrefix("5g0");
    private static readonly string[] Shown = ["Phone", "Email", "Company", "Title", "StageName", "Amount", "CloseDate", "Status", "Type"];
    private static readonly int[] Stamps = [SystemFields.Id, SystemFields.CreatedDate, SystemFields.LastModifiedDate, SystemFields.SystemModstamp];

    /// <summary>18 characters.</summary>
    public string Id => new SalesforceId(Prefix, Node, FirstSerial + Type.Number * KindsApart + (int)Kind).ToString();

    /// <summary><c>AllAccounts</c>.</summary>
    public string DeveloperName => Label.Replace(" ", "", StringComparison.Ordinal);

    public string Label => Kind switch
    {
        ListViewKind.All => "All " + Type.LabelPlural,
        ListViewKind.Mine => "My " + Type.LabelPlural,
        _ => "Recently Viewed " + Type.LabelPlural,
    };

    /// <summary>What the screen shows, and hidden ones behind them.</summary>
    public IReadOnlyList<(SField Field, bool Hidden)> Columns =>
        [.. Shown.Select(name => Type.Find(name)).Prepend(Type.NameField).OfType<SField>().Select(shown => (Field: shown, Hidden: false)), .. Stamps.Select(number => (Field: Type.Fields[number], Hidden: true))];

    private SField Order => Type.NameField is { Sortable: true } name ? name : Type.Fields[SystemFields.Id];

    /// <summary>The list's rows as a query, without a limit.</summary>
    public string Query(string userId)
    {
        var where = Kind switch
        {
            ListViewKind.Mine when Type.OwnerId is not null => $" WHERE OwnerId = '{userId}'",
            ListViewKind.Recent when Type.Find("LastViewedDate") is not null => " WHERE LastViewedDate != null",
            _ => "",
        };
        return $"SELECT {string.Join(", ", Columns.Select(column => column.Field.Name))} FROM {Type.Name}{where} ORDER BY {Order.Name} ASC NULLS FIRST{(Order.Number == SystemFields.Id ? "" : ", Id ASC NULLS FIRST")}";
    }

    /// <summary>The lists of an object.</summary>
    public static IReadOnlyList<ListView> Of(SObjectType type) => [new(type, ListViewKind.All), new(type, ListViewKind.Mine), new(type, ListViewKind.Recent)];
}
