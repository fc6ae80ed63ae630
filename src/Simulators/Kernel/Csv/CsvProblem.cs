namespace SfMarketo.Kernel.Csv;

/// <summary>What is wrong with a row. Its fields are read as far as they make sense, and reading goes on behind it.</summary>
public enum CsvProblem
{
    None,

    /// <summary>A quoted field is never closed: it reaches to the end of the text.</summary>
    UnclosedQuote,

    /// <summary>Text follows a closing quote; it is left out.</summary>
    TextAfterQuote,
}
