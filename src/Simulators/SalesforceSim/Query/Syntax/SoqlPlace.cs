using System.Globalization;

namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>The part of an error text that shows where in the statement it arose: excerpt, caret, row and column.</summary>
internal static class SoqlPlace
{
    private const int ExcerptBefore = 40;

    /// <returns>A line break, the row of the statement cut at a word some 40 characters before the place, the caret, and <c>ERROR at Row:r:Column:c</c> with its line break.</returns>
    public static string Describe(string statement, int position)
    {
        var (row, rowStart) = RowOf(statement, position);
        var rowEnd = statement.IndexOf('\n', rowStart);
        rowEnd = rowEnd < 0 ? statement.Length : rowEnd;
        var from = rowStart;
        if (position - rowStart > ExcerptBefore)
        {
            from = position - ExcerptBefore;
            while (from < position && !(char.IsWhiteSpace(statement[from - 1]) && !char.IsWhiteSpace(statement[from])))
            {
                from++;
            }
        }

        var excerpt = statement[from..rowEnd].TrimEnd('\r');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\n{excerpt}\n{new string(' ', position - from)}^\nERROR at Row:{row}:Column:{position - rowStart + 1}\n");
    }

    /// <summary>The lexer's own form of a place, <c>line 1:87</c>: its columns count from 0.</summary>
    public static string DescribeCharacter(string statement, int position)
    {
        var (row, rowStart) = RowOf(statement, position);
        var character = position < statement.Length ? statement[position].ToString() : "<EOF>";
        return string.Create(CultureInfo.InvariantCulture, $"line {row}:{position - rowStart} no viable alternative at character '{character}'");
    }

    private static (int Row, int RowStart) RowOf(string statement, int position)
    {
        var row = 1;
        var start = 0;
        for (var i = 0; i < position; i++)
        {
            if (statement[i] == '\n')
            {
                row++;
                start = i + 1;
            }
        }

        return (row, start);
    }
}
