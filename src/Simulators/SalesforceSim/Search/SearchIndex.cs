using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Search.Matching;
using SfMarketo.SalesforceSim.Search.Syntax;

namespace SfMarketo.SalesforceSim.Search;

/// <summary>Rows that a search finds. What changed in the last <c>search.lagSeconds</c> is not in the vendor's index yet and is not found.</summary>
internal static class SearchIndex
{
    private static readonly string[] Names = ["Name", "FirstName", "LastName", "Company", "Subject", "Title"];

    /// <summary>Rows of the object that hold the term, in order of creation.</summary>
    public static IEnumerable<SRow> Find(SalesforceOrg org, SimCall call, SObjectType type, SearchNode term, SearchGroup group)
    {
        var fields = FieldsOf(type, group);
        var newest = call.WallNow - (long)org.Switches.SearchLag.TotalMicroseconds;
        org.Store.Late.Turn(call.Now);
        foreach (var latest in fields.Count == 0 ? [] : org.Store[type].Rows)
        {
            if (org.Store.Late.See(latest) is { Deleted: false } row && row.Stamp <= newest && term.Matches(row, fields))
            {
                yield return row;
            }
        }
    }

    /// <summary>Objects that a search without RETURNING looks at.</summary>
    public static IEnumerable<SObjectType> Searchable(SalesforceOrg org) => org.Store.Schema.Objects.Where(IsSearchable);

    /// <summary><c>searchable</c> of its describe.</summary>
    public static bool IsSearchable(SObjectType type) => type.Writable || type.Name == "User";

    private static List<SField> FieldsOf(SObjectType type, SearchGroup group) => [.. FieldSight.FieldsOf(type).Where(field => field.IsText && IsIn(type, field, group))];

    private static bool IsIn(SObjectType type, SField field, SearchGroup group) => group switch
    {
        SearchGroup.Name => IsName(type, field),
        SearchGroup.Email => field.Type == SFieldType.Email,
        SearchGroup.Phone => field.Type == SFieldType.Phone,
        SearchGroup.Sidebar => IsName(type, field) || field.ExternalId || field.Type is SFieldType.Email or SFieldType.Phone,
        _ => true,
    };

    private static bool IsName(SObjectType type, SField field) =>
        field == type.NameField || Names.Contains(field.Name) && (field.Name is not ("Company" or "Title") || type.Name == "Lead" && field.Name == "Company");
}
