using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>POST /rest/v1/leads/{id}/merge.json</c>: the path's person wins over <c>leadId</c> or up to 25 <c>leadIds</c>; success has no result.</summary>
/// <remarks>
/// Parameters count in the query only: as a form body they gave 1003, and a POST with no body at all gave HTTP 400, as seen by clients
/// (shared/reference/marketo.md section 5.6). <c>mergeInCRM</c> without native CRM sync is refused with 1003, and so are more than two people with it (unverified).
/// </remarks>
internal static class LeadMerge
{
    private const int MaxLosers = 25;

    public static void Answer(MarketoCall call)
    {
        var request = call.Sim.Http.Request;
        if (request.ContentLength is null && call.Sim.Body.IsEmpty && request.Headers.TransferEncoding.Count == 0)
        {
            call.Sim.Status = StatusCodes.Status400BadRequest;
            call.Sim.ContentType = null;
            call.Sim.AddCode("400");
            return;
        }

        if (!TryReadLosers(call, out var ids, out var inCrm) || !TryFind(call, call.Sim.Route("id"), out var winner))
        {
            return;
        }

        var losers = new List<PersonRow>();
        foreach (var id in ids)
        {
            if (!TryFind(call, id, out var loser))
            {
                return;
            }

            if (loser == winner)
            {
                call.Fail(MarketoErrors.InvalidData($"Lead '{id}' cannot be merged into itself"));
                return;
            }

            if (!losers.Contains(loser))
            {
                losers.Add(loser);
            }
        }

        call.Sim.Records = losers.Count;
        winner = inCrm ? FirstOfCrm(call, winner, losers) : winner;
        call.Instance.Merging.Merge(winner, losers, call.Context);
        call.WriteEnvelopeStart();
        call.EndEnvelope();
    }

    private static bool TryReadLosers(MarketoCall call, out List<string> ids, out bool inCrm)
    {
        var query = new CallParameters(call.Sim.Http.Request.QueryString.Value ?? "");
        ids = query.List("leadIds");
        inCrm = query["mergeInCRM"] == "true";
        if (ids.Count == 0)
        {
            ids = query.List("leadId");
        }

        if (ids.Count == 0)
        {
            var inForm = call.Parameters["leadId"] is not null || call.Parameters["leadIds"] is not null;
            return Refuse(call, inForm ? MarketoErrors.InvalidData("Parameters of a merge belong into the query") : MarketoErrors.MissingParameter("leadId"));
        }

        if (ids.Count > MaxLosers)
        {
            return Refuse(call, new MarketoError("1080", $"The number of leadIds {ids.Count} is over {MaxLosers}"));
        }

        var native = call.Instance.Options.Switches.CrmNative != NativeCrm.Off;
        return !inCrm || (native && ids.Count == 1)
            || Refuse(call, MarketoErrors.InvalidData(native ? "mergeInCRM takes one leadId" : "mergeInCRM needs native CRM sync"));
    }

    /// <summary>A contact beats a lead, and a record of the CRM beats one of Marketo alone, whatever the path says. Who loses takes the winner's place.</summary>
    private static PersonRow FirstOfCrm(MarketoCall call, PersonRow winner, List<PersonRow> losers)
    {
        var schema = call.Instance.Schema;
        var (contact, lead) = (schema.Find("sfdcContactId")!.Number, schema.Find("sfdcLeadId")!.Number);
        if (Rank(losers[0]) <= Rank(winner))
        {
            return winner;
        }

        (winner, losers[0]) = (losers[0], winner);
        return winner;

        int Rank(PersonRow row) => row.Values[contact] is not null ? 2 : row.Values[lead] is not null ? 1 : 0;
    }

    private static bool TryFind(MarketoCall call, string text, out PersonRow row)
    {
        row = null!;
        if (LeadAccess.Find(call, text) is not { } found)
        {
            return Refuse(call, MarketoErrors.NamedLeadNotFound(text));
        }

        row = found;
        return true;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
