using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Effects;

/// <summary>The suppression campaign's id, by its name in the settings; asked once.</summary>
internal sealed class CampaignDirectory(SyncSettings settings, MarketoClient client)
{
    private int? suppression;

    public async Task<CallResult<int>> SuppressionAsync(CancellationToken cancellationToken)
    {
        if (suppression is { } known)
        {
            return known;
        }

        var name = settings.SuppressionCampaign ?? throw new InvalidOperationException("A campaign was wanted though none is configured.");
        var result = await client.GetCampaignsAsync(name, Lane.Suppression, cancellationToken);
        if (!result.TryGetValue(out var campaigns, out var failure))
        {
            return failure;
        }

        foreach (var campaign in campaigns)
        {
            if (campaign.Name == name && campaign.Type == "trigger" && campaign.Active)
            {
                suppression = campaign.Id;
                return campaign.Id;
            }
        }

        return new CallFailure("marketo", "campaign", $"No active trigger campaign is named '{name}'. Activate it, or set SuppressionCampaign to its name.", ErrorAction.QuarantineRecord, 200);
    }
}
