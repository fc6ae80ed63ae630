using System.Globalization;
using SfMarketo.Kernel.Csv;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Bulk.Queries;

/// <summary>One column of a query's result.</summary>
/// <param name="Name">As the statement spells it: <c>Account.Name</c>.</param>
/// <param name="Hops">References to follow; empty for a field of the row itself.</param>
/// <param name="Entry">What is told of the last row.</param>
internal sealed record QueryColumn(string Name, IReadOnlyList<SField> Hops, SelectEntry Entry)
{
    /// <summary>The columns of a plan in the order of the statement.</summary>
    /// <exception cref="SoqlException">A compound field is among them.</exception>
    public static IReadOnlyList<QueryColumn> Of(QueryPlan plan, BulkStatement statement)
    {
        List<QueryColumn> columns = [];
        Collect(plan.Select, "", [], columns);
        if (columns.Find(column => column.Entry.IsCompound()) is { } compound)
        {
            throw new SoqlException("API_ERROR", $"Selecting compound data not supported in Bulk Query: {compound.Name}");
        }

        // Each name of the list is one column; what the list's words do not name keeps the plan's order behind them.
        var ordered = new List<QueryColumn>(columns.Count);
        foreach (var name in statement.Columns)
        {
            if (columns.Find(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } column)
            {
                columns.Remove(column);
                ordered.Add(column with { Name = name });
            }
        }

        return [.. ordered, .. columns];
    }

    public void Write(CsvWriter writer, SRow row, QueryScope scope)
    {
        var current = row;
        foreach (var hop in Hops)
        {
            if (scope.Parent(current, hop) is not { } parent)
            {
                writer.Write(default(ReadOnlySpan<byte>));
                return;
            }

            current = parent;
        }

        if (Entry.FieldOf(current) is { } field)
        {
            Write(writer, field, current[field.Number]);
        }
        else
        {
            writer.Write(Entry.IsTypeName() ? current.Type.Name : "");
        }
    }

    /// <summary>A value in the form that results have.</summary>
    public static void Write(CsvWriter writer, SField field, object? value)
    {
        Span<byte> span = stackalloc byte[32];
        switch (value)
        {
            case string text:
                writer.Write(text);
                break;
            case bool flag:
                writer.Write(flag ? "true"u8 : "false"u8);
                break;
            case int number:
                number.TryFormat(span, out var digits, default, CultureInfo.InvariantCulture);
                writer.Write(span[..digits]);
                break;
            case double number:
                writer.Write(FieldValues.FormatDouble(number));
                break;
            case long micros:
                Micros.ToInstant(micros).UtcDateTime.TryFormat(span, out var stamp, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
                writer.Write(span[..stamp]);
                break;
            case DateOnly date:
                date.TryFormat(span, out var day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                writer.Write(span[..day]);
                break;
            case null when field.Type == SFieldType.Boolean:
                writer.Write("false"u8);
                break;
            default:
                writer.Write(default(ReadOnlySpan<byte>));
                break;
        }
    }

    private static void Collect(SelectNode node, string prefix, SField[] hops, List<QueryColumn> columns)
    {
        foreach (var entry in node.Entries)
        {
            var name = prefix + entry.Name;
            if (entry.Parent is { } parent)
            {
                Collect(parent, name + ".", [.. hops, entry.Reference!], columns);
            }
            else
            {
                columns.Add(new QueryColumn(name, hops, entry));
            }
        }
    }
}
