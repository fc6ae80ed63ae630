using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>Puts one person together as JSON, the same bytes as the answer's own writer makes: a page of 300 people is 300 pieces, not 1,800 values.</summary>
/// <remarks>One at a time: it is the instance's, under its gate.</remarks>
internal sealed class LeadJson
{
    /// <summary>Characters that stand for themselves in JSON and are one byte each.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(unit => (char)unit).Where(unit => unit is not '"' and not '\\')]);

    /// <summary>The longest number: a decimal with its sign and point.</summary>
    private const int NumberBytes = 32;

    private byte[] bytes = new byte[1024];
    private int length;

    /// <param name="row">The person.</param>
    /// <param name="fields">The fields, in their order.</param>
    /// <param name="omitsNull">Fields without a value are left out.</param>
    /// <returns>The object; good until the next one.</returns>
    public ReadOnlySpan<byte> Of(PersonRow row, PersonField[] fields, bool omitsNull)
    {
        length = 0;
        foreach (var field in fields)
        {
            var value = row.Values[field.Number];
            if (value is not null || !omitsNull)
            {
                Append(length == 0 ? field.FirstMember : field.Member);
                Append(value);
            }
        }

        Append(length == 0 ? "{}"u8 : "}"u8);
        return bytes.AsSpan(0, length);
    }

    private void Append(object? value)
    {
        var written = 0;
        switch (value)
        {
            case null: Append("null"u8); break;
            case string text: Append(text); break;
            case bool flag: Append(flag ? "true"u8 : "false"u8); break;
            case int number: Utf8Formatter.TryFormat(number, Reserve(NumberBytes), out written); break;
            default: Utf8Formatter.TryFormat((decimal)value, Reserve(NumberBytes), out written); break;
        }

        length += written;
    }

    private void Append(string text)
    {
        Append("\""u8);
        if (text.AsSpan().ContainsAnyExcept(Plain))
        {
            Append(Encoding.UTF8.GetBytes(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)));
        }
        else
        {
            Ascii.FromUtf16(text, Reserve(text.Length), out var written);
            length += written;
        }

        Append("\""u8);
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(Reserve(piece.Length));
        length += piece.Length;
    }

    private Span<byte> Reserve(int size)
    {
        if (length + size > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + size));
        }

        return bytes.AsSpan(length);
    }
}
