using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SfMarketo.Kernel.Recording;

/// <summary>A file of JSON objects, one a line, written in blocks of 64 KiB: a write call per line costs more than the call it describes.</summary>
internal sealed class JsonLinesFile : IDisposable
{
    private const int BlockSize = 64 * 1024;

    private readonly FileStream stream;
    private readonly ArrayBufferWriter<byte> block = new(BlockSize + 4096);
    private readonly Utf8JsonWriter json;

    public JsonLinesFile(string path)
    {
        stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        json = new Utf8JsonWriter(block, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public Utf8JsonWriter StartLine()
    {
        json.Reset(block);
        json.WriteStartObject();
        return json;
    }

    public void EndLine()
    {
        json.WriteEndObject();
        json.Flush();
        block.GetSpan(1)[0] = (byte)'\n';
        block.Advance(1);
        if (block.WrittenCount >= BlockSize)
        {
            Flush();
        }
    }

    public void Dispose()
    {
        if (!stream.CanWrite)
        {
            return;
        }

        Flush();
        json.Dispose();
        stream.Dispose();
    }

    private void Flush()
    {
        stream.Write(block.WrittenSpan);
        block.ResetWrittenCount();
    }
}
