using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>The row as written, or why it was not.</summary>
internal readonly record struct WriteResult(SRow? Row, RowError? Error)
{
    public WriteResult(SRow row)
        : this(row, null)
    {
    }

    public WriteResult(RowError error)
        : this(null, error)
    {
    }
}
