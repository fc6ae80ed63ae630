namespace SfMarketo.Kernel.Calls;

/// <summary>Set by a server that has the whole body in memory already (the inline server of virtual time), so that it is not copied through a stream.</summary>
public interface IWholeBodyFeature
{
    ReadOnlyMemory<byte> Body { get; }
}
