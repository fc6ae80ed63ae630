using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Engagement programs: members enter the first stream (113), change stream (114) and cadence (115), and get one e-mail of their stream with each cast.</summary>
/// <remarks>A cast comes every <see cref="MarketoProgram.CastEvery"/> of the instance's age, while the program is on and somebody still waits for something.</remarks>
internal sealed class NurtureWriter(MarketoInstance instance)
{
    /// <summary>The state of a new member; null in a program without streams.</summary>
    public NurtureState? Enter(MarketoProgram program, int personId, in ChangeContext context)
    {
        if (program.Streams is not [var first, ..])
        {
            return null;
        }

        Log(context, personId, ActivityTypes.AddToNurture, program, [first.Id, first.Name]);
        EnsureCast(program, context.At);
        return Exhausting(new NurtureState(first.Id, first.Name, NurtureState.Normal, [], false), first);
    }

    /// <returns>False when the person is no member or in the stream already.</returns>
    public bool ChangeStream(MarketoProgram program, int personId, int streamId, in ChangeContext context)
    {
        if (instance.Store.Members.Find(program.Id, personId) is not { Nurture: { } state } member || state.StreamId == streamId || program.Streams.FirstOrDefault(stream => stream.Id == streamId) is not { } next)
        {
            return false;
        }

        Set(member, Exhausting(state with { StreamId = next.Id, StreamName = next.Name }, next), "trackName", state.StreamName, next.Name, context);
        Log(context, personId, ActivityTypes.ChangeNurtureTrack, program, [state.StreamId, next.Id]);
        EnsureCast(program, context.At);
        return true;
    }

    /// <returns>False when the person is no member or has the cadence already.</returns>
    public bool ChangeCadence(MarketoProgram program, int personId, string cadence, in ChangeContext context)
    {
        if (instance.Store.Members.Find(program.Id, personId) is not { Nurture: { } state } member || state.Cadence == cadence)
        {
            return false;
        }

        Set(member, state with { Cadence = cadence }, "nurtureCadence", state.Cadence, cadence, context);
        Log(context, personId, ActivityTypes.ChangeNurtureCadence, program, [cadence]);
        EnsureCast(program, context.At);
        return true;
    }

    /// <summary>Sends each waiting member the next e-mail of their stream.</summary>
    public void Cast(int programId, long at)
    {
        if (instance.Assets.FindProgram(programId) is not { Status: "on" } program)
        {
            return;
        }

        var context = ChangeContext.Campaign(0, at, 0, program.Name);
        foreach (var member in instance.Store.Members.Of(programId))
        {
            if (member.Nurture is not { Cadence: NurtureState.Normal, IsExhausted: false } state || program.Streams.FirstOrDefault(stream => stream.Id == state.StreamId) is not { } stream
                || instance.Store.People.FindLive(member.PersonId) is not { } row)
            {
                continue;
            }

            var next = stream.Emails.First(email => !state.Received.Contains(email));
            if (instance.Engagement.Send(row, instance.Assets.FindEmail(next)!, context) is not null)
            {
                var after = Exhausting(state with { Received = [.. state.Received, next] }, stream);
                Set(instance.Store.Members.Find(programId, member.PersonId)!, after, "isExhausted", state.IsExhausted, after.IsExhausted, context);
            }
        }

        if (instance.Store.Members.Of(programId).Exists(member => member.Nurture is { Cadence: NurtureState.Normal, IsExhausted: false } && instance.Store.People.FindLive(member.PersonId) is not null))
        {
            EnsureCast(program, at);
        }
    }

    private void EnsureCast(MarketoProgram program, long at)
    {
        var flows = instance.Store.Flows;
        if (program.Status == "on" && !flows.HasCast(program.Id))
        {
            var span = program.CastEvery.Ticks / TimeSpan.TicksPerMicrosecond;
            var casts = (at - instance.Assets.StartedAt) / span + 1;
            flows.Add(new DueStep.ProgramCast(instance.Assets.StartedAt + casts * span, program.Id));
        }
    }

    private void Set(ProgramMember member, NurtureState state, string field, object? before, object? after, in ChangeContext context)
    {
        var version = instance.Recorder.Commit(context.Call, context.At, "ProgramMember", string.Create(CultureInfo.InvariantCulture, $"{member.ProgramId}/{member.PersonId}"), "update", context.Actor, context.Cause,
            Equals(before, after) ? [] : [new FieldChange(field, before, after)]);
        instance.Store.Members.Set(member with { Nurture = state, UpdatedAt = instance.Store.Conditions.Shown(context.At), Version = version });
    }

    private void Log(in ChangeContext context, int personId, int type, MarketoProgram program, object?[] attributes) =>
        instance.Store.Activities.Append(new ActivityEntry(context.At, personId, type, program.Id, context.CampaignId, program.Name, attributes));

    private static NurtureState Exhausting(NurtureState state, EngagementStream stream) => state with { IsExhausted = stream.Emails.All(state.Received.Contains) };
}
