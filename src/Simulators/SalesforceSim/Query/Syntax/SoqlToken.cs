namespace SfMarketo.SalesforceSim.Query.Syntax;

internal enum TokenKind : byte
{
    End,
    Name,
    Text,
    Number,
    Date,
    DateTime,
    Comma,
    Dot,
    Colon,
    Open,
    Close,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>A character that no rule of the grammar starts with; the parser refuses it where it stands.</summary>
    Other,
}

/// <summary>A piece of the statement: where it starts and how long it is. A text includes its quotes.</summary>
internal readonly record struct SoqlToken(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
