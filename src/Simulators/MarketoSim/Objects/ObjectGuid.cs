using System.Globalization;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>Marketo's GUIDs of records. One is made of its kind and place, so that it needs no index and a run of one seed gives it again.</summary>
internal static class ObjectGuid
{
    private const int LastGroup = 24;
    private const int Length = 36;

    public static string Of(string kind, int place)
    {
        var seed = SeedOf(kind);
        var mixed = Mix(seed + (ulong)place);
        return string.Create(CultureInfo.InvariantCulture, $"{mixed >> 32:x8}-{(mixed >> 16) & 0xFFFF:x4}-4{mixed & 0xFFF:x3}-{0x8000 | (Mix(mixed) & 0x3FFF):x4}-{Scramble(seed, (ulong)place):x12}");
    }

    /// <summary>The place of a GUID; null for one that is not of this kind.</summary>
    public static int? PlaceOf(string kind, string guid)
    {
        if (guid.Length != Length || !ulong.TryParse(guid.AsSpan(LastGroup), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var scrambled))
        {
            return null;
        }

        var place = scrambled ^ Scramble(SeedOf(kind), 0);
        return place <= int.MaxValue && Of(kind, (int)place).Equals(guid, StringComparison.OrdinalIgnoreCase) ? (int)place : null;
    }

    private static ulong SeedOf(string kind) => kind.Aggregate(14695981039346656037ul, (seed, letter) => (seed ^ letter) * 1099511628211ul);

    private static ulong Scramble(ulong seed, ulong place) => (Mix(seed) & 0xFFFF_FFFF_FFFF) ^ place;

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
