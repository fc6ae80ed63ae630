using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
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

        if (Upsert(lookup, reader.Person, context, out var id) is { } refusal)
        {
            return RowOutcome.Failed(refusal.Message);
        }

        if (target.List is { } list)
        {
            instance.ListWriter.Add(list, id, context);
        }

        if (target is { Program: { } program, Status: { } status })
        {
            // One who is past the status stays there.
            instance.MemberWriter.SetStatus(program, id, status, context);
            if (reader.Member.Length > 0)
            {
                instance.MemberWriter.SetData(program, instance.Store.Members.Find(program.Id, id)!, reader.Member, context);
            }
        }

        return new RowOutcome(id, null, warning);
    }

    private MarketoError? Upsert(PersonField lookup, ReadOnlySpan<FieldValue> cells, in ChangeContext context, out int id)
    {
        id = 0;
        var updatesOnly = lookup == instance.Schema.Id;
        var found = KeyOf(cells, lookup) is { } key ? Find(lookup, key, out var several) : Missing(out several);
        if (several)
        {
            return MarketoErrors.SeveralLeads;
        }

        if (found is null && KeyOf(cells, lookup) is null && (updatesOnly || instance.Options.Switches.LeadMissingKey == MissingKey.Skip))
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

        id = (found is null ? instance.Writer.Create(cells, context) : instance.Writer.Update(found, cells, context)).Id;
        return null;
    }

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

    private static PersonRow? Missing(out bool several)
    {
        several = false;
        return null;
    }

    private static object? KeyOf(ReadOnlySpan<FieldValue> cells, PersonField lookup)
    {
        foreach (var cell in cells)
        {
            if (cell.Field == lookup)
            {
                return cell.Value;
            }
        }

        return null;
    }

    private PersonRow? Find(PersonField lookup, object key, out bool several)
    {
        several = false;
        var people = instance.Store.People;
        if (lookup == instance.Schema.Id)
        {
            return people.FindLive((int)key);
        }

        var ids = people.Find(lookup, key as string ?? PersonWriter.Wire(key)!);
        several = ids.Length > 1;
        return ids.Length == 0 ? null : people.FindLive(ids[0]);
    }
}
