using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary>Ids as clients send them, with the repair of their case (<c>ids.repairCase</c>): the last three of 18 characters tell which of the others are capitals.</summary>
internal static class RowIds
{
    private const string Checksum = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private const int Plain = 15;
    private const int Full = 18;
    private const int Block = 5;

    public static bool TryParse(SalesforceOrg org, ReadOnlySpan<char> text, out SalesforceId id) =>
        SalesforceId.TryParse(text, out id) || org.Switches.RepairIdCase && text.Length == Full && TryRepair(text, out id);

    private static bool TryRepair(ReadOnlySpan<char> text, out SalesforceId id)
    {
        Span<char> repaired = stackalloc char[Full];
        for (var place = 0; place < Plain; place++)
        {
            var bits = Checksum.IndexOf(char.ToUpperInvariant(text[Plain + place / Block]));
            var isCapital = bits >= 0 && (bits >> (place % Block) & 1) == 1;
            repaired[place] = isCapital ? char.ToUpperInvariant(text[place]) : char.ToLowerInvariant(text[place]);
        }

        text[Plain..].ToUpperInvariant(repaired[Plain..]);
        return SalesforceId.TryParse(repaired, out id);
    }
}
