using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary>Fields named in a query or body.</summary>
internal static class FieldList
{
    /// <summary>The fields named, in that order; or the error for the first unknown one.</summary>
    /// <param name="type">The object.</param>
    /// <param name="names">API names, ignoring case; repeated ones count once.</param>
    /// <param name="includeId">Id comes first when it is not named.</param>
    public static (IReadOnlyList<SField> Fields, RowError? Error) Parse(SObjectType type, IEnumerable<string> names, bool includeId)
    {
        var fields = new List<SField>();
        foreach (var name in names)
        {
            var trimmed = name.Trim();
            if (type.Find(trimmed) is not { } field)
            {
                return ([], RowErrors.NoColumn(type, trimmed));
            }

            if (!fields.Contains(field))
            {
                fields.Add(field);
            }
        }

        if (includeId && !fields.Contains(type.Fields[SystemFields.Id]))
        {
            fields.Add(type.Fields[SystemFields.Id]);
        }

        return (fields, null);
    }
}
