using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Writes the rows of imports: the person is found or made, then put on the list or into the program; or the custom object is.</summary>
internal sealed class RowWriter(MarketoInstance instance)
{
    private readonly RowReader reader = new(instance);

    /// <summary>Writes the row on which the job's reader is.</summary>
    public RowOutcome Write(ImportJob job, in ChangeContext context)
    {
        var target = job.Target;
        if (reader.Read(job.Rows!, target.Columns, out var warning) is { } failure)
        {
            return RowOutcome.Failed(failure);
        }

        if (target.Lookup is not { } lookup)
        {
            return Upsert(instance.Store.Objects.FindCustom(target.ApiName)!, reader.Person, context, out var place) is { } problem ? RowOutcome.Failed(problem.Message) : new RowOutcome(place, null, warning);
        }

        if (Upsert(target, lookup, reader.Person, context, out var outcome) is { } refusal)
        {
            return RowOutcome.Failed(refusal.Message);
        }

        var id = outcome.Row!.Id;

        if (target.List is { } list)
        {
            instance.ListWriter.Add(list, id, context);
        }

        if (target is { Program: { } program, Status: { } status })
        {
            // One who is past the status stays there.
            instance.MemberWriter.SetStatus(program, id, status, context, acquires: outcome.Created);
            if (reader.Member.Length > 0)
            {
                instance.MemberWriter.SetData(program, instance.Store.Members.Find(program.Id, id)!, reader.Member, context);
            }
        }

        return new RowOutcome(id, null, warning);
    }

    private MarketoError? Upsert(ImportTarget target, PersonField lookup, ReadOnlySpan<FieldValue> cells, in ChangeContext context, out UpsertOutcome outcome)
    {
        outcome = default;
        var updatesOnly = lookup == instance.Schema.Id;
        var scope = new LeadScope(instance, target.Visible);
        var key = LeadLookup.KeyOf(cells, lookup);
        var byCookie = lookup == instance.Schema.Cookies;
        if (byCookie && key is string crumbs && Cookie.TokenOf(crumbs) is null)
        {
            return MarketoErrors.InvalidCookie(crumbs);
        }

        MarketoError? misfit = null;
        var found = key is null ? null : LeadLookup.Find(scope, lookup, key, target.Partition, out misfit);
        if (misfit is not null)
        {
            return misfit;
        }

        if (key is null && (updatesOnly || instance.Options.Switches.LeadMissingKey == MissingKey.Skip))
        {
            return MarketoErrors.MissingParameter(lookup.Name);
        }

        if (found is null && updatesOnly)
        {
            return MarketoErrors.LeadNotFound;
        }

        if (instance.CompanyLinks.Check(found, cells) is { } problem)
        {
            return problem;
        }

        if (found is null && scope.Into(PartitionOfNew(scope, target)) is { Length: > 0 } place)
        {
            cells = (FieldValue[])[.. cells, .. place];
        }

        var row = found is null ? instance.Writer.Create(cells, context) : instance.Writer.Update(found, cells, context);
        if (byCookie && key is string cookie)
        {
            instance.Cookies.Associate(row, Cookie.TokenOf(cookie)!, withHistory: true, context);
        }

        outcome = new UpsertOutcome(row, found is null, null);
        return null;
    }

    /// <summary>A member import names none: the first that the user sees (unverified).</summary>
    private MarketoPartition PartitionOfNew(LeadScope scope, ImportTarget target) => target.Partition ?? instance.Options.Partitions.FirstOrDefault(scope.Sees) ?? instance.Options.Partitions[0];

    private MarketoError? Upsert(ObjectTable table, ReadOnlySpan<FieldValue> cells, in ChangeContext context, out int place)
    {
        place = 0;
        var kind = table.Kind;
        var key = new object?[kind.Fields.Length];
        var others = new List<FieldValue>(cells.Length);
        foreach (var cell in cells)
        {
            if (kind.IsKey(cell.Field))
            {
                key[cell.Field.Number] = cell.Value;
            }
            else
            {
                others.Add(cell);
            }
        }

        if (Array.Find(kind.Dedupe, field => key[field.Number] is null) is { } missing)
        {
            return MarketoErrors.MissingParameter(missing.Name);
        }

        var found = table.Find(kind.KeyOf(key));
        if (kind.Check(instance, found, found is null ? cells : [.. others]) is { } problem)
        {
            return problem;
        }

        place = (found is null ? instance.ObjectWriter.Create(table, cells, context) : instance.ObjectWriter.Update(table, found, [.. others], context)).Place;
        return null;
    }
}
