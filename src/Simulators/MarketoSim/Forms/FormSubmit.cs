using System.Runtime.InteropServices;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Forms;

/// <summary><c>POST /rest/v1/leads/submitForm.json</c>: an upsert by e-mail as a filled-in form: Fill Out Form (2), then the changes.</summary>
/// <remarks>
/// Source: Marketo REST API, "Leads", submit form. Of several people with the e-mail the most recently updated one is taken, without 1007. New people go to the
/// primary partition of the form's workspace.
/// </remarks>
internal static class FormSubmit
{
    public static void Answer(MarketoCall call)
    {
        if (!FormSubmission.TryRead(call, out var submission))
        {
            return;
        }

        call.Sim.Records = 1;
        call.StartResult();
        var before = FindLatest(call, submission.Email);
        if ((call.NextRecordFault() ?? submission.Problem ?? call.Instance.CompanyLinks.Check(before, CollectionsMarshal.AsSpan(submission.Fields))) is { } problem)
        {
            call.WriteSkipped(problem);
        }
        else
        {
            LeadSync.WriteResult(call, Submit(call, submission, before).Id, before is null ? "created"u8 : "updated"u8);
        }

        call.EndResult();
    }

    private static PersonRow Submit(MarketoCall call, FormSubmission submission, PersonRow? before)
    {
        var context = call.Context.AsForm(submission.Form.Name);
        var row = before ?? call.Instance.Writer.Create([.. submission.Fields, .. Partition(call, submission)], context);
        call.Instance.Engagement.FillOut(row, submission.Form, [.. submission.Fields], context, submission.Visit);
        if (submission.Token is { } token)
        {
            call.Instance.Cookies.Associate(row, token, withHistory: true, context);
        }

        if (submission.Program is { } program)
        {
            call.Instance.MemberWriter.SetStatus(program, row.Id, call.Instance.Assets.FirstStatus(program), context, acquires: before is null);
            call.Instance.MemberWriter.SetData(program, call.Store.Members.Find(program.Id, row.Id)!, CollectionsMarshal.AsSpan(submission.MemberFields), context);
        }

        return row;
    }

    /// <summary>Changed last; of those changed in one instant by the last commit.</summary>
    private static PersonRow? FindLatest(MarketoCall call, string email)
    {
        PersonRow? latest = null;
        foreach (var id in call.Store.People.Find(call.Instance.Schema.Email, email))
        {
            var row = call.Store.People.FindLive(id)!;
            if (LeadAccess.Sees(call, row) && (latest is null || (row.ChangedAt, row.Version).CompareTo((latest.ChangedAt, latest.Version)) > 0))
            {
                latest = row;
            }
        }

        return latest;
    }

    private static FieldValue[] Partition(MarketoCall call, FormSubmission submission)
    {
        foreach (var partition in call.Instance.Options.Partitions)
        {
            if (partition.Workspace == submission.Form.Workspace)
            {
                return partition.Id == 1 ? [] : [new FieldValue(call.Instance.Schema.LeadPartitionId, Boxes.Of(partition.Id))];
            }
        }

        return [];
    }
}
