namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>How a text says that there is no value.</summary>
/// <param name="EmptyIsNull">An empty text sets null; else it leaves the field alone.</param>
/// <param name="NullText">The text that sets null; null where there is no such text (XML has <c>xsi:nil</c> and <c>fieldsToNull</c>, which the caller sees).</param>
internal sealed record TextForm(bool EmptyIsNull, string? NullText)
{
    /// <summary>Cells of the Bulk APIs: empty is not set, <c>#N/A</c> is null (Bulk API 2.0 Developer Guide, "Prepare CSV Files").</summary>
    public static TextForm Bulk { get; } = new(EmptyIsNull: false, "#N/A");

    /// <summary>Elements of SOAP: empty is null.</summary>
    public static TextForm Xml { get; } = new(EmptyIsNull: true, null);
}
