using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Planning;

namespace SfMarketo.SalesforceSim.Query.Results;

/// <summary>Writes what a statement selects, without rows: <c>columns=true</c> (salesforce-data.md section 2.7, seen in clients).</summary>
internal sealed class ColumnWriter(Utf8JsonWriter json)
{
    public void Write(QueryPlan plan)
    {
        json.WriteStartObject();
        json.WriteStartArray("columnMetadata"u8);
        Write(plan.Select, plan.Object);
        json.WriteEndArray();
        json.WriteString("entityName"u8, plan.Object.Json);
        json.WriteBoolean("groupBy"u8, plan.Groups is { Groups.Count: > 0 });
        json.WriteBoolean("idSelected"u8, plan.Select.Entries.Any(entry => entry.Value?.IsOwn(SystemFields.Id) == true));
        json.WriteString("keyPrefix"u8, plan.Object.KeyPrefix);
        json.WriteEndObject();
    }

    private void Write(SelectNode select, SObjectType type)
    {
        foreach (var entry in select.Entries)
        {
            if (entry.Children is { } children)
            {
                Write(entry, null, null, aggregate: true, () => Write(children.Plan.Select, children.Plan.Object));
            }
            else if (entry.Reference is { } reference)
            {
                Write(entry, null, reference.Name, aggregate: false, () => WriteParents(entry, type));
            }
            else
            {
                Write(entry, entry.Value?.Field, null, entry.Function is not null, () => { });
            }
        }
    }

    private void WriteParents(SelectEntry entry, SObjectType type)
    {
        foreach (var node in entry.Parent is { } parent ? [parent] : entry.Branches!.OfType<SelectNode>().Distinct())
        {
            Write(node, type);
        }
    }

    private void Write(SelectEntry entry, SField? field, string? foreignKey, bool aggregate, Action joined)
    {
        var name = entry.Name.ToString();
        var type = field?.Type;
        json.WriteStartObject();
        json.WriteBoolean("aggregate"u8, aggregate);
        json.WriteString("apexType"u8, ApexType(type, entry));
        json.WriteBoolean("booleanType"u8, type == SFieldType.Boolean);
        json.WriteString("columnName"u8, name);
        json.WriteBoolean("custom"u8, field?.Custom ?? name.EndsWith("__r", StringComparison.Ordinal));
        json.WriteString("displayName"u8, entry.Function is { } function ? Lower(function.ToString()) : name);
        json.WriteString("foreignKeyName"u8, foreignKey);
        json.WriteBoolean("insertable"u8, field is { Createable: true });
        json.WriteStartArray("joinColumns"u8);
        joined();
        json.WriteEndArray();
        json.WriteBoolean("numberType"u8, type is SFieldType.Int or SFieldType.Double or SFieldType.Currency or SFieldType.Percent);
        json.WriteBoolean("textType"u8, type is >= SFieldType.String and <= SFieldType.Url);
        json.WriteBoolean("updatable"u8, field is { Updateable: true });
        json.WriteEndObject();
    }

    // AVG(Amount) is shown as avg(Amount).
    private static string Lower(string expression) => expression.IndexOf('(') is > 0 and var open ? expression[..open].ToLowerInvariant() + expression[open..] : expression;

    private static string? ApexType(SFieldType? type, SelectEntry entry) => type switch
    {
        null => entry.Path is { IsTypeName: true } ? "String" : null,
        SFieldType.Id or SFieldType.Reference => "Id",
        SFieldType.Boolean => "Boolean",
        SFieldType.Int => "Integer",
        SFieldType.Double or SFieldType.Currency or SFieldType.Percent => "Double",
        SFieldType.Date => "Date",
        SFieldType.DateTime => "Datetime",
        SFieldType.Address => "Address",
        _ => "String",
    };
}
