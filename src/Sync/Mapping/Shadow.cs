using System.Buffers.Binary;

namespace SfMarketo.Sync.Mapping;

/// <summary>What the engine last knew of a linked pair: one hash per mapped field and side.</summary>
/// <remarks>
/// A hash is of the value that side is known to hold, by reading it or by a write it acknowledged. Zero: not known.
/// Echoes need no timestamps then: a value read that has the hash already is no change, whoever wrote it (engine.md R5).
/// </remarks>
internal sealed class Shadow(int fields)
{
    private readonly ulong[] salesforce = new ulong[fields];
    private readonly ulong[] marketo = new ulong[fields];

    public int Count => salesforce.Length;

    public ulong Salesforce(int field) => salesforce[field];

    public ulong Marketo(int field) => marketo[field];

    public void SetSalesforce(int field, ulong hash) => salesforce[field] = hash;

    public void SetMarketo(int field, ulong hash) => marketo[field] = hash;

    /// <summary>Forgets one side: the pair now has another Salesforce record.</summary>
    public void ForgetSalesforce() => Array.Clear(salesforce);

    public byte[] ToBytes()
    {
        var bytes = new byte[salesforce.Length * 16];
        for (var i = 0; i < salesforce.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * 16), salesforce[i]);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * 16 + 8), marketo[i]);
        }

        return bytes;
    }

    public static Shadow FromBytes(byte[] bytes)
    {
        var shadow = new Shadow(bytes.Length / 16);
        for (var i = 0; i < shadow.Count; i++)
        {
            shadow.salesforce[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * 16));
            shadow.marketo[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * 16 + 8));
        }

        return shadow;
    }
}
