using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Reads CLR values into a <see cref="RowInput"/>, with the same checks that a request's values meet.</summary>
internal static class HumanInput
{
    public static void Read(RowInput input, SObjectType type, IEnumerable<KeyValuePair<string, object?>> fields, SalesforceSwitches switches)
    {
        input.Start(type);
        foreach (var (name, value) in fields)
        {
            if (type.Find(name) is not { } field)
            {
                input.Fail(InputFault.UnknownColumn, RowErrors.NoColumn(type, name));
            }
            else if (!field.Createable && !(switches.AuditFields && field.IsAudit))
            {
                input.FailReadOnly(field);
            }
            else
            {
                Add(input, field, value, switches);
            }
        }
    }

    private static void Add(RowInput input, SField field, object? value, SalesforceSwitches switches)
    {
        switch (value)
        {
            case null:
                input.Add(field, null);
                break;
            case string text when field.IsText || field.IsId:
                ValueReader.AddText(input, field, text, switches.PicklistsUnrestricted);
                break;
            case bool flag when field.Type == SFieldType.Boolean:
                input.Add(field, Boxes.Of(flag));
                break;
            case int or long or double or decimal when field.Type == SFieldType.Int || field.IsDouble:
                ValueReader.AddNumber(input, field, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case DateOnly date when field.Type == SFieldType.Date:
                input.Add(field, date);
                break;
            case string text when field.Type == SFieldType.Date && ValueReader.TryDate(text, out var date):
                input.Add(field, date);
                break;
            case DateTimeOffset instant when field.Type == SFieldType.DateTime:
                var micros = Micros.From(instant);
                input.Add(field, micros - micros % Micros.PerSecond);
                break;
            case string text when field.Type == SFieldType.DateTime && ValueReader.TryDateTime(text, out var instant):
                input.Add(field, instant);
                break;
            default:
                input.Fail(InputFault.Value, RowErrors.BadType(field, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }
}
