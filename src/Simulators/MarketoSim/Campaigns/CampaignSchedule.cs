using System.Text.Json;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary><c>POST /rest/v1/campaigns/{id}/schedule.json</c>: a batch campaign's run at <c>runAt</c>, at the earliest five minutes later.</summary>
/// <remarks>
/// Not idempotent: each call schedules a run. With <c>cloneToProgramName</c> the campaign's program is cloned under that name first and the clone's campaign
/// runs; 20 times a day. That the answer names the clone's campaign, and that the day is the quota's, is unverified.
/// </remarks>
internal static class CampaignSchedule
{
    private const int MaxClones = 20;
    private const long Earliest = 5L * 60 * Micros.PerSecond;

    public static void Answer(MarketoCall call)
    {
        if (!call.TryOpenJson(out var reader) || !TryReadBody(call, ref reader, out var input) || CampaignsPage.Find(call) is not { } campaign)
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
        if (input.RunAt > Micros.From(Micros.ToInstant(now).AddYears(2)))
        {
            call.Fail(MarketoErrors.InvalidRunAt);
            return;
        }

        if (input.CloneName is { } name)
        {
            if (Clone(call, campaign, name) is not { } clone)
            {
                return;
            }

            campaign = clone;
        }

        var context = call.Context;
        var run = new ScheduledRun(campaign.Id, Math.Max(input.RunAt ?? 0, now + Earliest), context.Call) { Tokens = input.Tokens };
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

    /// <summary>The campaign's copy in a copy of its program; null when the call was refused.</summary>
    private static MarketoCampaign? Clone(MarketoCall call, MarketoCampaign campaign, string name)
    {
        var assets = call.Instance.Assets;
        var today = call.Instance.Limits.Today(call.Sim.Now);
        var count = assets.Clones.Day == today ? assets.Clones.Count : 0;
        MarketoError? problem = assets.FindProgram(campaign.ProgramId) is null ? MarketoErrors.InvalidData($"Campaign '{campaign.Id}' is in no program")
            : assets.Programs.Find(name) is not null ? MarketoErrors.BusinessRule($"Program name '{name}' exists already")
            : count >= MaxClones ? MarketoErrors.TooManyClones : null;
        if (problem is { } error)
        {
            call.Fail(error);
            return null;
        }

        var program = assets.FindProgram(campaign.ProgramId)!;
        call.Instance.ProgramCloner.Clone(program, name, program.Place, call.Context, out var campaigns);
        assets.Clones = (today, count + 1);
        return campaigns[campaign.Id];
    }

    private static bool TryReadBody(MarketoCall call, ref Utf8JsonReader reader, out ScheduleInput input)
    {
        input = new ScheduleInput();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isInput = reader.ValueTextEquals("input"u8);
            reader.Read();
            if (!isInput || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
            }
            else if (!TryReadInput(call, ref reader, input))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadInput(MarketoCall call, ref Utf8JsonReader reader, ScheduleInput input)
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

                    input.RunAt = Micros.From(instant);
                    break;
                case "cloneToProgramName" when reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } name:
                    input.CloneName = name;
                    break;
                case "tokens" when reader.TokenType == JsonTokenType.StartArray:
                    if (!RequestTokens.TryRead(call, ref reader, input.Tokens))
                    {
                        return false;
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return true;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }

    private sealed class ScheduleInput
    {
        public long? RunAt { get; set; }

        public string? CloneName { get; set; }

        public Dictionary<string, string> Tokens { get; } = new(StringComparer.Ordinal);
    }
}
