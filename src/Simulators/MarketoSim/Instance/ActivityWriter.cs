using System.Buffers.Binary;
using System.Text;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Codes the campaign, the primary attribute's value and the attributes of a row: a sign for its kind before each value.</summary>
internal ref struct ActivityWriter(byte[] bytes, int length, ActivityTexts texts)
{
    public const byte Null = 0;
    public const byte False = 1;
    public const byte True = 2;
    public const byte Whole = 3;
    public const byte Known = 4;
    public const byte Text = 5;
    public const byte Decimal = 6;

    /// <summary>A text that is longer is seldom met again.</summary>
    private const int LongestKnown = 120;

    public byte[] Bytes { get; private set; } = bytes;

    public int Length { get; private set; } = length;

    public void Write(in ActivityEntry entry)
    {
        var type = ActivityTypes.Find(entry.Type);
        WriteNumber((uint)entry.CampaignId);
        WriteValue(entry.Primary, type?.PrimaryRepeats == true);
        var count = entry.Attributes.Length;
        while (count > 0 && entry.Attributes[count - 1] is null)
        {
            count--;
        }

        WriteNumber((uint)count);
        for (var place = 0; place < count; place++)
        {
            WriteValue(entry.Attributes[place], type is not null && place < type.Repeats.Length && type.Repeats[place]);
        }
    }

    private void WriteValue(object? value, bool repeats)
    {
        switch (value)
        {
            case null: WriteByte(Null); break;
            case bool flag: WriteByte(flag ? True : False); break;
            case int number:
                WriteByte(Whole);
                WriteNumber((uint)((number << 1) ^ (number >> 31)));
                break;
            case double number:
                WriteByte(Decimal);
                BinaryPrimitives.WriteDoubleLittleEndian(Reserve(sizeof(double)), number);
                Length += sizeof(double);
                break;
            case string text: WriteText(text, repeats); break;
            default: WriteText(PersonWriter.Wire(value) ?? "", false); break;
        }
    }

    private void WriteText(string text, bool repeats)
    {
        var number = repeats && text.Length <= LongestKnown ? texts.NumberOf(text) : -1;
        if (number >= 0)
        {
            WriteByte(Known);
            WriteNumber((uint)number);
            return;
        }

        WriteByte(Text);
        var size = Encoding.UTF8.GetByteCount(text);
        WriteNumber((uint)size);
        Length += Encoding.UTF8.GetBytes(text, Reserve(size));
    }

    private void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    private void WriteNumber(uint value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    private Span<byte> Reserve(int size)
    {
        if (Length + size > Bytes.Length)
        {
            var grown = new byte[Math.Max(Bytes.Length * 2, Length + size)];
            Bytes.AsSpan(0, Length).CopyTo(grown);
            Bytes = grown;
        }

        return Bytes.AsSpan(Length);
    }
}
