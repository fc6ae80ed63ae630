using System.Text.Json;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary><c>POST /rest/v1/campaigns/{id}/trigger.json</c>: all people or none. Not idempotent: each call asks anew.</summary>
internal static class CampaignTrigger
{
    private const int MaxLeads = 100;

    public static void Answer(MarketoCall call)
    {
        if (!call.TryOpenJson(out var reader) || !TryReadBody(call, ref reader, out var ids, out var tokens) || CampaignsPage.Find(call) is not { } campaign)
        {
            return;
        }

        if (campaign.Type == MarketoCampaignType.Batch || !campaign.Active || !campaign.Requestable)
        {
            // The text is unverified.
            call.Fail(MarketoErrors.InvalidData($"Campaign '{campaign.Id}' is not a trigger campaign that can be requested by web service API"));
            return;
        }

        if (tokens.Count > 0 && call.Instance.Assets.FindProgram(campaign.ProgramId) is { IsNested: true })
        {
            // Seen in the field: tokens are not taken for a campaign inside a nested program.
            call.Fail(MarketoErrors.System);
            return;
        }

        var missing = ids.Where(id => call.Store.People.FindLive(id) is null).Select(PersonWriter.IdText).ToArray();
        if (missing.Length > 0)
        {
            call.Fail(MarketoErrors.BracketedLeadNotFound(string.Join(", ", missing)));
            return;
        }

        call.Sim.Records = ids.Count;
        foreach (var id in ids)
        {
            Request(call, campaign, id, tokens);
        }

        call.StartResult();
        call.Json.WriteStartObject();
        call.Json.WriteNumber("id"u8, campaign.Id);
        call.Json.WriteEndObject();
        call.EndResult();
    }

    private static void Request(MarketoCall call, MarketoCampaign campaign, int personId, Dictionary<string, string> tokens)
    {
        var context = call.Context;
        call.Store.Requests.Add(new CampaignRequest(campaign.Id, personId, context.At, context.Call, call.Sim.CameAgain));
        call.Instance.Recorder.Commit(context.Call, context.At, "CampaignRequest", $"{campaign.Id}/{personId}", "create", context.Actor, context.Cause,
            [new FieldChange("campaignId", null, campaign.Id), new FieldChange("personId", null, personId)]);
        call.Store.Activities.Append(new ActivityEntry(context.At, personId, ActivityTypes.RequestCampaign, campaign.Id, 0, campaign.Name, [context.Source]));
        call.Instance.Campaigns.Run(campaign, personId, context.Call, context.At, tokens);
    }

    private static bool TryReadBody(MarketoCall call, ref Utf8JsonReader reader, out List<int> ids, out Dictionary<string, string> tokens)
    {
        ids = [];
        tokens = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isInput = reader.ValueTextEquals("input"u8);
            reader.Read();
            if (!isInput || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            if (!TryReadInput(call, ref reader, ids, tokens))
            {
                return false;
            }
        }

        call.Sim.Records = ids.Count;
        return ids.Count switch
        {
            0 => Refuse(call, MarketoErrors.MissingParameter("leads")),
            > MaxLeads => Refuse(call, MarketoErrors.InvalidData($"The number of leads {ids.Count} is over {MaxLeads}")),
            _ => true,
        };
    }

    private static bool TryReadInput(MarketoCall call, ref Utf8JsonReader reader, List<int> ids, Dictionary<string, string> tokens)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isLeads = reader.ValueTextEquals("leads"u8);
            var isTokens = reader.ValueTextEquals("tokens"u8);
            reader.Read();
            if (isLeads && reader.TokenType == JsonTokenType.StartArray)
            {
                if (!Leads.IdList.TryReadRecords(call, ref reader, "id", ids))
                {
                    return false;
                }
            }
            else if (isTokens && reader.TokenType == JsonTokenType.StartArray)
            {
                if (!RequestTokens.TryRead(call, ref reader, tokens))
                {
                    return false;
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return true;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
