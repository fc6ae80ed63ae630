using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary><c>POST /rest/v1/campaigns/{id}/schedule.json</c>: a batch campaign's run at <c>runAt</c>, at the earliest five minutes later.</summary>
/// <remarks>Not idempotent: each call schedules a run. The clone form (<c>cloneToProgramName</c>) is not simulated.</remarks>
internal static class CampaignSchedule
{
    private const int MaxTokens = 100;
    private const long Earliest = 5L * 60 * Micros.PerSecond;

    public static void Answer(MarketoCall call)
    {
        if (!call.TryOpenJson(out var reader) || !TryReadBody(call, ref reader, out var runAt) || CampaignsPage.Find(call) is not { } campaign)
        {
            return;
        }

        if (campaign.Type != MarketoCampaignType.Batch)
        {
            // The text is unverified.
            call.Fail(MarketoErrors.InvalidData($"Campaign '{campaign.Id}' is not a batch campaign"));
            return;
        }

        var now = call.Sim.Now;
        if (runAt > Micros.From(Micros.ToInstant(now).AddYears(2)))
        {
            call.Fail(MarketoErrors.InvalidRunAt);
            return;
        }

        var context = call.Context;
        var run = new ScheduledRun(campaign.Id, Math.Max(runAt ?? 0, now + Earliest), context.Call);
        call.Store.Schedules.Add(run);
        call.Instance.Recorder.Commit(context.Call, context.At, "CampaignSchedule", PersonWriter.IdText(campaign.Id), "create", context.Actor, context.Cause,
            [new FieldChange("runAt", null, WireTime.Format(run.At))]);
        call.Sim.Records = 1;
        call.StartResult();
        call.Json.WriteStartObject();
        call.Json.WriteNumber("id"u8, campaign.Id);
        call.Json.WriteEndObject();
        call.EndResult();
    }

    private static bool TryReadBody(MarketoCall call, ref Utf8JsonReader reader, out long? runAt)
    {
        runAt = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isInput = reader.ValueTextEquals("input"u8);
            reader.Read();
            if (isInput && reader.TokenType == JsonTokenType.StartObject)
            {
                if (!TryReadInput(call, ref reader, ref runAt))
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

    private static bool TryReadInput(MarketoCall call, ref Utf8JsonReader reader, ref long? runAt)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "runAt" when reader.TokenType == JsonTokenType.String:
                    if (!WireTime.TryParse(reader.GetString(), out var instant))
                    {
                        return Refuse(call, MarketoErrors.InvalidRunAt);
                    }

                    runAt = Micros.From(instant);
                    break;
                case "cloneToProgramName":
                    call.Sim.Status = StatusCodes.Status501NotImplemented;
                    return Refuse(call, MarketoErrors.NotSimulated("POST", "schedule.json with cloneToProgramName"));
                case "tokens" when reader.TokenType == JsonTokenType.StartArray:
                    if (CountItems(ref reader) is var tokens and > MaxTokens)
                    {
                        return Refuse(call, MarketoErrors.InvalidData($"The number of tokens {tokens} is over {MaxTokens}"));
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return true;
    }

    /// <summary>Counted and checked as JSON only: no flow step of ours shows a token.</summary>
    private static int CountItems(ref Utf8JsonReader reader)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            count++;
        }

        return count;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
