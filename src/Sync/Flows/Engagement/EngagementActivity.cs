using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.Engagement;

/// <summary>Something a person did, as far as a Task tells of it.</summary>
/// <param name="Guid"><c>marketoGUID</c>: the Task's key.</param>
/// <param name="PersonId">Who.</param>
/// <param name="At">Microseconds; Marketo keeps whole seconds.</param>
/// <param name="Type">Name of the type.</param>
/// <param name="Asset">Name of the e-mail, form or page, or null.</param>
/// <param name="AssetId">Its id, or null.</param>
/// <param name="Campaign">The smart campaign behind it: its name, or its id where the name is not known; null when there is none.</param>
/// <param name="Program">The program of that campaign, or null.</param>
/// <param name="Link">What was clicked, or the page of a form; null when Marketo does not say.</param>
/// <param name="IsBot">Marketo took it for a machine's.</param>
internal sealed record EngagementActivity(string Guid, int PersonId, long At, string Type, string? Asset, long? AssetId, string? Campaign, string? Program, string? Link, bool IsBot)
{
    public static EngagementActivity Of(Activity activity, string type, Campaign? campaign) => new(
        activity.MarketoGuid,
        activity.LeadId.Value,
        Micros.From(activity.ActivityDate),
        type,
        activity.PrimaryAttributeValue,
        activity.PrimaryAttributeValueId,
        campaign?.Name ?? activity.CampaignId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        campaign?.ProgramName ?? Text(activity.Attributes, "Program Name"),
        Text(activity.Attributes, "Link") ?? Text(activity.Attributes, "Referrer URL"),
        Text(activity.Attributes, "Is Bot Activity")?.ToLowerInvariant() is "true" or "1" or "yes");

    /// <summary>What is equal for activities on one asset.</summary>
    public string AssetKey => Type + "|" + (AssetId is { } id ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : Asset);

    public FieldBag ToFields() => new(10)
    {
        { "guid", Guid }, { "person", PersonId }, { "at", (decimal)At }, { "type", Type }, { "asset", Asset }, { "assetId", AssetId is { } asset ? (decimal)asset : FieldValue.Null },
        { "campaign", Campaign }, { "program", Program }, { "link", Link }, { "bot", IsBot },
    };

    public static EngagementActivity From(FieldBag fields) => new(
        fields["guid"].ToString(),
        (int)fields["person"].AsNumber()!.Value,
        (long)fields["at"].AsNumber()!.Value,
        fields["type"].ToString(),
        fields["asset"].AsText(),
        (long?)fields["assetId"].AsNumber(),
        fields["campaign"].AsText(),
        fields["program"].AsText(),
        fields["link"].AsText(),
        fields["bot"].AsBoolean() == true);

    private static string? Text(FieldBag attributes, string name) => attributes[name] is { IsNull: false } value ? value.ToString() : null;
}
