using System.Buffers;
using System.Text.Json;

namespace SfMarketo.Sync.State;

/// <summary>Field bags as bytes in the state file.</summary>
internal static class Payload
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    public static byte[] ToBytes(FieldBag fields)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            fields.WriteTo(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static FieldBag FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        return FieldBag.Read(ref reader);
    }
}
