using System.Buffers;
using System.Text;
using System.Xml;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>Writes XML forward only, straight to an answer, with the spelling of the vendor's server: <c>&lt;a xsi:nil="true"/&gt;</c> without a space, unprefixed names.</summary>
internal sealed class XmlOutput(IBufferWriter<byte> output)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\r");

    public void Declaration() => Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    /// <param name="name">With its prefix.</param>
    /// <param name="attributes">As they stand in the tag; null for none.</param>
    public void Start(string name, string? attributes = null)
    {
        Raw("<");
        Raw(name);
        if (attributes is not null)
        {
            Raw(" ");
            Raw(attributes);
        }

        Raw(">");
    }

    public void End(string name)
    {
        Raw("</");
        Raw(name);
        Raw(">");
    }

    public void Element(string name, ReadOnlySpan<char> text, string? attributes = null)
    {
        Start(name, attributes);
        Text(text);
        End(name);
    }

    public void Element(string name, bool value) => Element(name, value ? "true" : "false");

    public void Nil(string name)
    {
        Raw("<");
        Raw(name);
        Raw(" xsi:nil=\"true\"/>");
    }

    public void ElementOrNil(string name, string? text)
    {
        if (text is null)
        {
            Nil(name);
        }
        else
        {
            Element(name, text);
        }
    }

    /// <summary>Escapes what markup is; characters that XML cannot say are left out.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var plain = PlainLength(text);
            Raw(text[..plain]);
            if (plain == text.Length)
            {
                return;
            }

            Raw(text[plain] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '\r' => "&#xD;", _ => "" });
            text = text[(plain + 1)..];
        }
    }

    public void Raw(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, output);

    private static int PlainLength(ReadOnlySpan<char> text)
    {
        var special = text.IndexOfAny(Special);
        var plain = special < 0 ? text : text[..special];
        for (var place = 0; place < plain.Length; place++)
        {
            if (char.IsHighSurrogate(plain[place]) && place + 1 < plain.Length && char.IsLowSurrogate(plain[place + 1]))
            {
                place++;
            }
            else if (!XmlConvert.IsXmlChar(plain[place]))
            {
                return place;
            }
        }

        return plain.Length;
    }
}
