using SfMarketo.Sync.Salesforce;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Values as SOQL literals.</summary>
internal static class Soql
{
    /// <summary>A look-up by keys that finds more than this is no look-up: the keys are wrong.</summary>
    public const int MostRows = 10_000;

    /// <summary>The inside of an IN list.</summary>
    public static string List(IEnumerable<string> values) => string.Join(',', values.Select(SalesforceClient.Quote));
}
