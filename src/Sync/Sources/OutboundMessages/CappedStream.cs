namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>A body that may not be longer than allowed, nor take longer: whoever reads it needs no token. Asynchronous reads only.</summary>
internal sealed class CappedStream(Stream inner, int mostBytes, CancellationToken deadline) : Stream
{
    private int left = mostBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, deadline);
        left -= read;
        return left >= 0 ? read : throw new OutboundRefusedException(OutboundRefusal.TooLarge, "The message is too long.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
