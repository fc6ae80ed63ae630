using System.Buffers;
using System.Globalization;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Reads texts (cells of CSV, elements of XML) into a <see cref="RowInput"/>, with the checks that other forms of a request meet.</summary>
/// <param name="store">Where parents are looked for by their keys.</param>
/// <param name="form">How a text says that there is no value.</param>
/// <param name="picklistsUnrestricted"><c>picklist.unrestricted</c>.</param>
internal sealed class TextValues(OrgStore store, TextForm form, bool picklistsUnrestricted)
{
    private const int DateLength = 10;

    private static readonly SearchValues<char> OfZone = SearchValues.Create("0123456789:");

    /// <summary>Reads one text; what is wrong with it is the input's error.</summary>
    /// <param name="input">Started for the row's object.</param>
    /// <param name="target">What the text is for; <c>Id</c> goes to <see cref="RowInput.Id"/>.</param>
    /// <param name="text">As sent.</param>
    public void Add(RowInput input, in TextTarget target, ReadOnlySpan<char> text)
    {
        var field = target.Field;
        var setsNull = text.IsEmpty ? form.EmptyIsNull : form.NullText is { } none && text.SequenceEqual(none);
        if (text.IsEmpty && !setsNull)
        {
            return;
        }

        if (field.Number == SystemFields.Id)
        {
            input.Id = setsNull ? null : text.Trim().ToString();
        }
        else if (!field.Createable)
        {
            input.FailReadOnly(field);
        }
        else if (setsNull)
        {
            input.Add(field, null);
        }
        else if (target.Parent is { } parent)
        {
            AddParent(input, field, parent, target.Key!, text.Trim().ToString());
        }
        else
        {
            AddValue(input, field, text);
        }
    }

    private void AddValue(RowInput input, SField field, ReadOnlySpan<char> text)
    {
        if (field.IsText || field.IsId)
        {
            ValueReader.AddText(input, field, text.ToString(), picklistsUnrestricted);
            return;
        }

        var trimmed = text.Trim();
        if (trimmed.IsEmpty)
        {
            input.Add(field, null);
            return;
        }

        switch (field.Type)
        {
            case SFieldType.Boolean when TryBoolean(trimmed, out var flag):
                input.Add(field, Boxes.Of(flag));
                break;
            case SFieldType.Date when TryDate(trimmed, out var date):
                input.Add(field, date);
                break;
            case SFieldType.DateTime when ValueReader.TryDateTime(trimmed, out var micros):
                input.Add(field, micros);
                break;
            case SFieldType.Int or SFieldType.Double or SFieldType.Currency or SFieldType.Percent
                when double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                ValueReader.AddNumber(input, field, number);
                break;
            default:
                input.Fail(InputFault.Value, RowErrors.BadType(field, text.ToString()));
                break;
        }
    }

    private void AddParent(RowInput input, SField lookup, SObjectType parent, SField key, string value)
    {
        SRow? found = null;
        foreach (var row in store[parent].FindByIndex(key, value))
        {
            if (row.Deleted)
            {
                continue;
            }

            if (found is not null)
            {
                input.Fail(InputFault.Value, RowErrors.DuplicateExternalId(key, [found.Id, row.Id]));
                return;
            }

            found = row;
        }

        if (found is null)
        {
            input.Fail(InputFault.Value, RowErrors.ForeignKeyNotFound(parent, key, value));
            return;
        }

        input.Add(lookup, found.Id);
    }

    /// <summary><c>true</c>, <c>false</c>, <c>1</c> and <c>0</c> in any case.</summary>
    private static bool TryBoolean(ReadOnlySpan<char> text, out bool flag)
    {
        flag = text is "1";
        return flag || text is "0" || bool.TryParse(text, out flag);
    }

    /// <summary><c>2026-01-02</c>; a zone behind it is passed over.</summary>
    private static bool TryDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        return (text.Length <= DateLength || IsZone(text[DateLength..])) && ValueReader.TryDate(text[..Math.Min(text.Length, DateLength)], out date);
    }

    private static bool IsZone(ReadOnlySpan<char> text) =>
        text is "Z" or "z" || (text.Length is 5 or 6 && text[0] is '+' or '-' && text[1..].IndexOfAnyExcept(OfZone) < 0);
}
