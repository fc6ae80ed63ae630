using System.Buffers;
using System.Text.Json;

namespace SfMarketo.Sync.State;

/// <summary>Field bags as bytes in the state file.</summary>
internal static class Payload
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>Payloads name mapped fields and a few of our own: each name is made once.</summary>
    [ThreadStatic]
    private static FieldNames? names;

    public static byte[] ToBytes(FieldBag fields)
    {
        buffer ??= new ArrayBufferWriter<byte>(1024);
        writer ??= new Utf8JsonWriter(buffer, Options);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        fields.WriteTo(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static FieldBag FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        return FieldBagReader.Read(ref reader, names ??= new FieldNames(), flatten: false, capacity: 8);
    }
}
