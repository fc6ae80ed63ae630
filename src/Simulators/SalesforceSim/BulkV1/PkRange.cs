using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>A part of an object's rows by their ids (<c>Sforce-Enable-PKChunking</c>).</summary>
/// <param name="From">The number of its first row.</param>
/// <param name="To">The number behind its last row.</param>
internal sealed record PkRange(int From, int To)
{
    public bool Holds(SRow row) => row.Number >= From && row.Number < To;
}
