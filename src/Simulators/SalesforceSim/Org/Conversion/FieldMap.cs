namespace SfMarketo.SalesforceSim.Org.Conversion;

/// <summary>The text form of the map of custom lead fields: <c>Lead_Score__c=Contact.Lead_Score__c, Region__c=Account.Region__c</c>; <c>none</c> for an empty one.</summary>
internal static class FieldMap
{
    public static bool IsWellFormed(string text) => text == "none" || Parts(text).All(part => part is [{ Length: > 0 }, { Length: > 0 } to] && to.IndexOf('.') is > 0 and var dot && dot < to.Length - 1);

    /// <summary>Lead field to <c>Object.Field</c>.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string text) => text == "none" ? [] : [.. Parts(text).Select(part => new KeyValuePair<string, string>(part[0], part[1]))];

    private static IEnumerable<string[]> Parts(string text) => text.Split(',').Select(part => part.Split('=', StringSplitOptions.TrimEntries));
}
