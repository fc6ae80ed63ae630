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
            if (Add(type, name, fields) is { } error)
            {
                return ([], error);
            }
        }

        return (WithId(type, fields, includeId), null);
    }

    /// <summary>The same of names with commas between them.</summary>
    public static (IReadOnlyList<SField> Fields, RowError? Error) Parse(SObjectType type, ReadOnlySpan<char> names, bool includeId)
    {
        var fields = new List<SField>(16);
        foreach (var name in names.Split(','))
        {
            if (Add(type, names[name], fields) is { } error)
            {
                return ([], error);
            }
        }

        return (WithId(type, fields, includeId), null);
    }

    private static RowError? Add(SObjectType type, ReadOnlySpan<char> name, List<SField> fields)
    {
        var trimmed = name.Trim();
        if (type.Find(trimmed) is not { } field)
        {
            return RowErrors.NoColumn(type, trimmed.ToString());
        }

        if (!Has(fields, field))
        {
            fields.Add(field);
        }

        return null;
    }

    private static List<SField> WithId(SObjectType type, List<SField> fields, bool includeId)
    {
        if (includeId && !Has(fields, type.Fields[SystemFields.Id]))
        {
            fields.Add(type.Fields[SystemFields.Id]);
        }

        return fields;
    }

    private static bool Has(List<SField> fields, SField wanted)
    {
        foreach (var field in fields)
        {
            if (ReferenceEquals(field, wanted))
            {
                return true;
            }
        }

        return false;
    }
}
