using System.Diagnostics.CodeAnalysis;
using SfMarketo.Sync;

namespace SfMarketo.Harness.Traces;

/// <summary>What the user asks for: a record by id, or whoever had an e-mail address.</summary>
/// <param name="Text">As written, trimmed.</param>
/// <param name="Record">The record; null for an address.</param>
/// <param name="WithCompany">Tell of the account and the company too.</param>
public sealed record TraceQuery(string Text, RecordKey? Record, bool WithCompany)
{
    /// <summary>Reads an id of 15 or 18 characters, a person's number, or an address.</summary>
    /// <param name="text">As written.</param>
    /// <param name="withCompany">See <see cref="WithCompany"/>.</param>
    /// <param name="query">What was asked for.</param>
    /// <returns>False when the text is none of these.</returns>
    public static bool TryRead(string text, bool withCompany, [NotNullWhen(true)] out TraceQuery? query)
    {
        text = text.Trim();
        RecordKey? record = SalesforceId.TryParse(text, out var id) ? RecordKey.Row(id.ToString())
            : text.Length is > 0 and < 11 && text.All(char.IsAsciiDigit) ? RecordKey.Person(text)
            : text.Length == 18 && text.All(char.IsAsciiLetterOrDigit) ? RecordKey.Row(text) // mistyped: the nearest ids are shown
            : null;
        query = record is not null || (text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1) ? new TraceQuery(text, record, withCompany) : null;
        return query is not null;
    }

    public bool IsEmail => Record is null;
}
