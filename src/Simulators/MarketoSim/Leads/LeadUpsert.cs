using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>Takes one record of a sync or push: finds the person, then creates, updates or refuses.</summary>
internal static class LeadUpsert
{
    public static UpsertOutcome Apply(MarketoCall call, SyncRequest request, in SyncRecord record)
    {
        if ((call.NextRecordFault() ?? record.Problem) is { } problem)
        {
            return problem;
        }

        var cells = request.CellsOf(record);
        if (request.Action == SyncAction.CreateDuplicate)
        {
            return Create(call, request, cells);
        }

        if (LeadLookup.KeyOf(cells, request.Lookup) is not { } key)
        {
            return request.Action == SyncAction.UpdateOnly || call.Instance.Options.Switches.LeadMissingKey == MissingKey.Skip
                ? MarketoErrors.MissingParameter(request.Lookup.Name)
                : Create(call, request, cells);
        }

        if (call.Instance.Options.Switches.LeadSameKeyInBatch == SameKeyInBatch.Skip && !request.Keys.Add(PersonWriter.Wire(key)!))
        {
            return MarketoErrors.DuplicateInInput;
        }

        var found = LeadLookup.Find(call, request.Lookup, key, request.Partition, out var misfit);
        return misfit is { } error ? error
            : found is null ? request.Action == SyncAction.UpdateOnly ? MarketoErrors.LeadNotFound : Create(call, request, cells)
            : request.Action == SyncAction.CreateOnly ? MarketoErrors.LeadExists
            : Update(call, request, found, cells);
    }

    public static UpsertOutcome Update(MarketoCall call, SyncRequest request, PersonRow row, ReadOnlySpan<FieldValue> cells)
    {
        if (call.Instance.CompanyLinks.Check(row, cells) is { } problem)
        {
            return problem;
        }

        var after = call.Instance.Writer.Update(row, cells, call.Context);
        if (after == row && call.Instance.Options.Switches.LeadNoopUpdate == NoopUpdate.Touch)
        {
            after = call.Instance.Writer.Touch(after, call.Context);
        }

        Associate(call, request, after, cells);
        return new UpsertOutcome(after, false, null);
    }

    private static UpsertOutcome Create(MarketoCall call, SyncRequest request, ReadOnlySpan<FieldValue> cells)
    {
        if (call.Instance.CompanyLinks.Check(null, cells) is { } problem)
        {
            return problem;
        }

        if (LeadScope.Of(call).Into(request.Partition ?? LeadAccess.Default(call)!) is { Length: > 0 } place)
        {
            cells = (FieldValue[])[.. cells, .. place];
        }

        var row = call.Instance.Writer.Create(cells, call.Context);
        Associate(call, request, row, cells);
        return new UpsertOutcome(row, true, null);
    }

    /// <summary>A record that is found by its cookie takes the visitor's history; one of a push that only names it does not, as documented.</summary>
    private static void Associate(MarketoCall call, SyncRequest request, PersonRow row, ReadOnlySpan<FieldValue> cells)
    {
        if (request.TakesCookies && LeadLookup.KeyOf(cells, call.Instance.Schema.Cookies) is string cookie)
        {
            call.Instance.Cookies.Associate(row, Cookie.TokenOf(cookie)!, withHistory: !request.IsPush, call.Context);
        }
    }
}
