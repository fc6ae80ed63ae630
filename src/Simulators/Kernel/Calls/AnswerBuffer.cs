using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;

namespace SfMarketo.Kernel.Calls;

/// <summary>The memory that an answer is written to, and its writer. Calls use them one after the other.</summary>
internal sealed class AnswerBuffer : IResettable
{
    private const int FirstBytes = 2048;

    /// <summary>What a large answer has grown to is not kept.</summary>
    private const int LargestKept = 1024 * 1024;

    private static readonly JsonWriterOptions WriterOptions = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> bytes = new(FirstBytes);
    private Utf8JsonWriter? json;

    public ReadOnlyMemory<byte> Written => bytes.WrittenMemory;

    public IBufferWriter<byte> Raw => bytes;

    /// <summary>Made on first use.</summary>
    public Utf8JsonWriter Json => json ??= new Utf8JsonWriter(bytes, WriterOptions);

    public void Flush() => json?.Flush();

    /// <summary>Throws away what was written.</summary>
    public void Clear()
    {
        bytes.ResetWrittenCount();
        json?.Reset(bytes);
    }

    public bool TryReset()
    {
        Clear();
        return bytes.Capacity <= LargestKept;
    }
}
