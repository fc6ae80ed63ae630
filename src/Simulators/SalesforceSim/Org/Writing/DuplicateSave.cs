namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>What a request says to duplicate rules: <c>Sforce-Duplicate-Rule-Header</c> in REST, <c>DuplicateRuleHeader</c> in SOAP.</summary>
/// <param name="AllowSave">Rules that only alert let the row pass.</param>
/// <param name="IncludeRecordDetails">The answer has the matched rows' fields and not only their ids.</param>
/// <param name="RunAsCurrentUser">Only rows that the user sees are compared; all users see all rows here.</param>
internal readonly record struct DuplicateSave(bool AllowSave, bool IncludeRecordDetails, bool RunAsCurrentUser)
{
    /// <summary>Reads <c>allowSave=true; includeRecordDetails=true</c>, ignoring what is unknown; empty for no header.</summary>
    public static DuplicateSave Parse(ReadOnlySpan<char> header)
    {
        var (allow, details, user) = (false, false, false);
        foreach (var range in header.SplitAny(';', ','))
        {
            var option = header[range].Trim();
            if (option.IndexOf('=') is var equals and > 0 && option[(equals + 1)..].Trim().Equals("true", StringComparison.OrdinalIgnoreCase))
            {
                var name = option[..equals].Trim();
                allow |= name.Equals("allowSave", StringComparison.OrdinalIgnoreCase);
                details |= name.Equals("includeRecordDetails", StringComparison.OrdinalIgnoreCase);
                user |= name.Equals("runAsCurrentUser", StringComparison.OrdinalIgnoreCase);
            }
        }

        return new DuplicateSave(allow, details, user);
    }
}
