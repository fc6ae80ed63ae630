using System.Text.RegularExpressions;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Puts values in the place of <c>{{my.NAME}}</c> (of the request, else of the folders around the campaign) and <c>{{lead.REST name}}</c>. Unknown tokens stay as they are.</summary>
internal static partial class FlowTokens
{
    /// <summary>No request tokens.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    public static string Fill(MarketoInstance instance, string text, MarketoCampaign campaign, PersonRow row, IReadOnlyDictionary<string, string> tokens) =>
        !text.Contains("{{", StringComparison.Ordinal) ? text : Token().Replace(text, found => ValueOf(instance, found.Groups[1].Value.Trim(), campaign, row, tokens) ?? found.Value);

    private static string? ValueOf(MarketoInstance instance, string name, MarketoCampaign campaign, PersonRow row, IReadOnlyDictionary<string, string> tokens)
    {
        if (name.StartsWith("lead.", StringComparison.OrdinalIgnoreCase))
        {
            return instance.Schema.Find(name[5..]) is { } field ? PersonWriter.Wire(row.Values[field.Number]) ?? "" : null;
        }

        if (!name.StartsWith("my.", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return tokens.TryGetValue(name[3..], out var given) ? given
            : instance.Assets.Around(campaign.Place).Select(place => instance.Assets.Tokens.Find(place, name[3..])).FirstOrDefault(token => token is not null)?.Value;
    }

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    private static partial Regex Token();
}
