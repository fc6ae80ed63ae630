using System.Collections.Frozen;

namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>The words of the language that are not names everywhere.</summary>
internal static class SoqlWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoAlias = Words(
        "AND", "ASC", "DESC", "EXCLUDES", "FIRST", "FROM", "GROUP", "HAVING", "IN", "INCLUDES", "LAST", "LIKE", "LIMIT", "NOT", "NULL", "NULLS", "OR",
        "SELECT", "USING", "WHERE", "WITH");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoName = Words("AND", "FROM", "IN", "LIKE", "LIMIT", "NOT", "NULL", "OR", "SELECT", "WHERE");

    /// <summary>SOQL Reference, "Reserved Keywords": words that cannot be aliases.</summary>
    public static bool CannotBeAlias(ReadOnlySpan<char> word) => NoAlias.Contains(word);

    /// <summary>Words that are never names. Objects called Group and Order exist, so that those words are.</summary>
    public static bool IsReservedName(ReadOnlySpan<char> word) => NoName.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
