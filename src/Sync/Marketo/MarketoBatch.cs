using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SfMarketo.Sync.Marketo;

/// <summary>
/// The body of one sync call, written record by record, so that its size in bytes is known exactly before it is sent: at most 300 records
/// and 1,000,000 bytes, envelope included.
/// </summary>
/// <remarks>Marketo documents a body limit of "1 MB" without saying which megabyte; the smaller one is safe. Text is written as UTF-8, not as escapes, which would cost three to six bytes a letter. Not thread-safe.</remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The writer writes to memory and holds nothing to release.")]
public sealed class MarketoBatch
{
    public const int MaxRecords = 300;
    public const int MaxBytes = 1_000_000;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _body = new(1024);
    private readonly ArrayBufferWriter<byte> _record = new(512);
    private readonly Utf8JsonWriter _writer;
    private bool _closed;

    /// <param name="action">createOnly, updateOnly, createOrUpdate or createDuplicate.</param>
    /// <param name="lookupField">The field records are found by; it must be in each record. Other objects than leads call it <c>dedupeBy</c>.</param>
    public MarketoBatch(string action, string lookupField)
        : this(writer =>
        {
            writer.WriteString("action", action);
            writer.WriteString("lookupField", lookupField);
        }) => IsUpdateOnly = action == "updateOnly";

    internal MarketoBatch(Action<Utf8JsonWriter> writeHead)
    {
        _writer = new Utf8JsonWriter(_record, Plain);
        _writer.WriteStartObject();
        writeHead(_writer);
        _writer.WriteStartArray("input");
        _writer.Flush(); // {"action":"...","input":[
        _body.Write(_record.WrittenSpan);
    }

    public int Count { get; private set; }

    /// <summary>Nobody is created by it: the seed's dialect sends it as a PATCH.</summary>
    internal bool IsUpdateOnly { get; }

    /// <summary>The size of the body as it would be sent now.</summary>
    public int ByteCount => _body.WrittenCount + (_closed ? 0 : Tail.Length);

    private static ReadOnlySpan<byte> Tail => "]}"u8;

    /// <summary>Adds a record if the call stays within both limits. False on an empty batch means that the record can never be sent.</summary>
    public bool TryAdd(FieldBag record)
    {
        if (_closed || Count == MaxRecords)
        {
            return false;
        }

        _record.ResetWrittenCount();
        _writer.Reset(_record);
        record.WriteTo(_writer);
        _writer.Flush();
        var comma = Count == 0 ? 0 : 1;
        if (ByteCount + comma + _record.WrittenCount > MaxBytes)
        {
            return false;
        }

        if (comma == 1)
        {
            _body.Write(","u8);
        }

        _body.Write(_record.WrittenSpan);
        Count++;
        return true;
    }

    /// <summary>The whole body. The batch takes no further records.</summary>
    internal ReadOnlyMemory<byte> Close()
    {
        if (!_closed)
        {
            _body.Write(Tail);
            _closed = true;
        }

        return _body.WrittenMemory;
    }
}
