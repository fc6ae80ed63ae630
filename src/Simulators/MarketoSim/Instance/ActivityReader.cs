using System.Buffers.Binary;
using System.Text;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Reads what <see cref="ActivityWriter"/> coded.</summary>
internal ref struct ActivityReader(ReadOnlySpan<byte> coded, ActivityTexts texts)
{
    private readonly ReadOnlySpan<byte> coded = coded;
    private int place;

    public ActivityEntry Read(in ActivityHead head)
    {
        var campaign = (int)ReadNumber();
        var primary = ReadValue() as string;
        var attributes = new object?[ReadNumber()];
        for (var number = 0; number < attributes.Length; number++)
        {
            attributes[number] = ReadValue();
        }

        return new ActivityEntry(head.At, head.PersonId, head.Type, head.PrimaryId, campaign, primary, attributes);
    }

    private object? ReadValue()
    {
        switch (coded[place++])
        {
            case ActivityWriter.False: return Boxes.False;
            case ActivityWriter.True: return Boxes.True;
            case ActivityWriter.Whole:
                var number = ReadNumber();
                return Boxes.Of((int)(number >> 1) ^ -(int)(number & 1));
            case ActivityWriter.Known: return texts[(int)ReadNumber()];
            case ActivityWriter.Text: return Encoding.UTF8.GetString(Take((int)ReadNumber()));
            case ActivityWriter.Decimal: return BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));
            default: return null;
        }
    }

    private ReadOnlySpan<byte> Take(int size)
    {
        place += size;
        return coded.Slice(place - size, size);
    }

    private uint ReadNumber()
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var unit = coded[place++];
            value |= (uint)(unit & 0x7F) << shift;
            if (unit < 0x80)
            {
                return value;
            }
        }
    }
}
