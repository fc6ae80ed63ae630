namespace SfMarketo.Harness.Network;

/// <summary>Reads some bytes and then fails.</summary>
internal sealed class BrokenStream(ReadOnlyMemory<byte> arrived, IOException failure) : Stream
{
    private int place;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => place; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, arrived.Length - place);
        if (count == 0 && buffer.Length > 0)
        {
            throw failure;
        }

        arrived.Span.Slice(place, count).CopyTo(buffer);
        place += count;
        return count;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
