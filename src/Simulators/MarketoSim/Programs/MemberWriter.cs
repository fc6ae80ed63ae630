using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Puts people into programs and takes them out: the membership, its commit and its activity in one place.</summary>
internal sealed class MemberWriter(MarketoStore store, AssetCatalog assets, Recorder recorder)
{
    /// <summary>Makes the person a member or moves it to a higher step; never back. Writes Change Status in Progression (104).</summary>
    public MemberOutcome SetStatus(MarketoProgram program, int personId, ProgressionStatus status, in ChangeContext context)
    {
        var before = store.Members.Find(program.Id, personId);
        var was = before is null ? null : assets.FindStatus(program, before.Status);
        if (was is not null && was.Step >= status.Step)
        {
            return MemberOutcome.NotForward;
        }

        var memberId = before?.MemberId ?? store.Members.NextMemberId();
        var success = status.Success || before?.ReachedSuccess == true;
        FieldChange[] fields =
        [
            .. before is null ? new FieldChange[] { new("programId", null, program.Id), new("personId", null, personId) } : [],
            new("statusName", was?.Name, status.Name),
        ];
        var version = Commit(context, program.Id, personId, before is null ? "create" : "update", fields);
        store.Members.Set(new ProgramMember(memberId, program.Id, personId, status.Name, success, before?.Since ?? context.At, context.At, version));
        store.Activities.Append(new ActivityEntry(context.At, personId, ActivityTypes.ChangeStatusInProgression, program.Id, context.CampaignId, program.Name,
            [false, status.Name, status.Step, was?.Name, was?.Step, success, context.Reason, memberId]));
        return before is null ? MemberOutcome.Created : MemberOutcome.Updated;
    }

    /// <returns>False when the person was no member.</returns>
    public bool Remove(MarketoProgram program, int personId, in ChangeContext context)
    {
        if (store.Members.Find(program.Id, personId) is not { } member)
        {
            return false;
        }

        store.Members.Remove(program.Id, personId);
        Commit(context, program.Id, personId, "delete", [new FieldChange("statusName", member.Status, null)]);
        return true;
    }

    private long Commit(in ChangeContext context, int programId, int personId, string op, FieldChange[] fields) =>
        recorder.Commit(context.Call, context.At, "ProgramMember", $"{programId}/{personId}", op, context.Actor, context.Cause, fields);
}
