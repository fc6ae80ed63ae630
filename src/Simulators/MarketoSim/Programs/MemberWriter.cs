using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Puts people into programs and takes them out: the membership, its commit and its activity in one place.</summary>
internal sealed class MemberWriter(MarketoInstance instance)
{
    private MarketoStore Store => instance.Store;

    /// <summary>Makes the person a member or moves it to a higher step; never back. Writes Change Status in Progression (104).</summary>
    /// <param name="program">The program.</param>
    /// <param name="personId">A living person.</param>
    /// <param name="status">The status.</param>
    /// <param name="context">Who does it.</param>
    /// <param name="acquires">The person comes to be known by the program: it becomes the acquisition program of who has none.</param>
    public MemberOutcome SetStatus(MarketoProgram program, int personId, ProgressionStatus status, in ChangeContext context, bool acquires = false)
    {
        var before = Store.Members.Find(program.Id, personId);
        var was = before is null ? null : instance.Assets.FindStatus(program, before.Status);
        if (was is not null && was.Step >= status.Step)
        {
            return MemberOutcome.NotForward;
        }

        var memberId = before?.MemberId ?? Store.Members.NextMemberId();
        var success = status.Success || before?.ReachedSuccess == true;
        var acquired = before?.AcquiredBy ?? Acquire(program, personId, acquires, context);
        var nurture = before is null ? instance.Nurture.Enter(program, personId, context) : before.Nurture;
        FieldChange[] fields =
        [
            .. before is null ? new FieldChange[] { new("programId", null, program.Id), new("personId", null, personId) } : [],
            new("statusName", was?.Name, status.Name),
        ];
        var version = Commit(context, program.Id, personId, before is null ? "create" : "update", fields);
        Store.Members.Set(new ProgramMember(memberId, program.Id, personId, status.Name, success, before?.Since ?? Store.Conditions.Shown(context.At), Store.Conditions.Shown(context.At), version)
        {
            Values = before?.Values ?? [],
            AcquiredBy = acquired,
            SuccessAt = before is { ReachedSuccess: true } ? before.SuccessAt : success ? Store.Conditions.Shown(context.At) : 0,
            Nurture = nurture,
        });
        Store.Activities.Append(new ActivityEntry(context.At, personId, ActivityTypes.ChangeStatusInProgression, program.Id, context.CampaignId, program.Name,
            [acquired, status.Name, status.Step, was?.Name, was?.Step, success, context.Reason, memberId]));
        instance.Campaigns.StatusChanged(personId, program.Id, status.Name, context);
        return before is null ? MemberOutcome.Created : MemberOutcome.Updated;
    }

    /// <summary>Sets the member's own fields; writes Change Program Member Data (123) for each that changes.</summary>
    public void SetData(MarketoProgram program, ProgramMember member, ReadOnlySpan<FieldValue> fields, in ChangeContext context)
    {
        var values = new object?[instance.MemberSchema.Fields.Length];
        member.Values.CopyTo(values, 0);
        var changes = new List<FieldChange>();
        foreach (var (field, value) in fields)
        {
            var was = values[field.Number];
            if (field.ReadOnly || Equals(was, value))
            {
                continue;
            }

            values[field.Number] = value;
            changes.Add(new FieldChange(field.Name, was, value));
            Store.Activities.Append(new ActivityEntry(context.At, member.PersonId, ActivityTypes.ChangeMemberData, program.Id, context.CampaignId, program.Name,
                [field.Name, field.DisplayName, PersonWriter.Wire(value), PersonWriter.Wire(was), context.Reason, context.Source]));
        }

        if (changes.Count > 0)
        {
            var version = Commit(context, program.Id, member.PersonId, "update", [.. changes]);
            Store.Members.Set(member with { Values = values, UpdatedAt = Store.Conditions.Shown(context.At), Version = version });
        }
    }

    /// <returns>False when the person was no member.</returns>
    public bool Remove(MarketoProgram program, int personId, in ChangeContext context)
    {
        if (Store.Members.Find(program.Id, personId) is not { } member)
        {
            return false;
        }

        Store.Members.Remove(program.Id, personId);
        Commit(context, program.Id, personId, "delete", [new FieldChange("statusName", member.Status, null)]);
        return true;
    }

    private bool Acquire(MarketoProgram program, int personId, bool acquires, in ChangeContext context)
    {
        var row = Store.People.FindLive(personId)!;
        var field = instance.FieldOf("acquisitionProgramId");
        if (row.Values[field.Number] is { } known)
        {
            return Equals(known, program.Id);
        }

        if (acquires)
        {
            // Clients cannot write the field; Marketo itself does.
            instance.Writer.Set(row, [new FieldValue(new PersonField(field.Number, field.Name, field.DisplayName, field.Type), Boxes.Of(program.Id))], context);
        }

        return acquires;
    }

    private long Commit(in ChangeContext context, int programId, int personId, string op, FieldChange[] fields) =>
        instance.Recorder.Commit(context.Call, context.At, "ProgramMember", $"{programId}/{personId}", op, context.Actor, context.Cause, fields);
}
