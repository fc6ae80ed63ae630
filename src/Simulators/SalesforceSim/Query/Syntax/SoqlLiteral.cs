namespace SfMarketo.SalesforceSim.Query.Syntax;

internal enum LiteralKind : byte
{
    Null,

    /// <summary>Value: string, escapes resolved (in LIKE with <see cref="SoqlText.LiteralPercent"/> and its twin for escaped wildcards).</summary>
    Text,

    /// <summary>Value: decimal.</summary>
    Number,

    /// <summary>Value: <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>Value: long, microseconds since 1970 UTC.</summary>
    DateTime,

    /// <summary>Value: bool.</summary>
    Boolean,

    /// <summary>Value: <see cref="DateLiteral"/>.</summary>
    DateLiteral,

    /// <summary><c>USD5000</c>. Value: <see cref="CurrencyAmount"/>.</summary>
    Currency,

    /// <summary>A bare word that is none of the above. Value: string.</summary>
    Word,
}

internal readonly record struct SoqlLiteral(LiteralKind Kind, object? Value, int At);

/// <summary>A number of a currency.</summary>
internal sealed record CurrencyAmount(string Code, decimal Amount);
