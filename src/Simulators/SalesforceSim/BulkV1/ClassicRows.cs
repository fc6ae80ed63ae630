using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>The rows of a batch, in whatever form they came.</summary>
internal abstract class ClassicRows
{
    public const int MostRows = 10_000;

    public abstract int Count { get; }

    /// <summary>Reads a row's values.</summary>
    /// <param name="org">The org.</param>
    /// <param name="row">Its place.</param>
    /// <param name="input">Started here.</param>
    public abstract void Read(SalesforceOrg org, int row, RowInput input);
}
