using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Companies;

/// <summary>Creates and changes companies: the row, its commit, and what the linked people inherit.</summary>
internal sealed class CompanyWriter(MarketoInstance instance)
{
    private const string Inheritance = "company";

    public CompanyRow Create(string key, ReadOnlySpan<FieldValue> fields, in ChangeContext context)
    {
        var schema = instance.CompanySchema;
        var companies = instance.Store.Companies;
        var id = companies.NextId;
        var values = new object?[schema.Fields.Length];
        var changed = new List<FieldChange> { new(schema.ExternalId.Name, null, key) };
        foreach (var (field, value) in fields)
        {
            if (!field.ReadOnly && value is not null)
            {
                values[field.Number] = value;
                changed.Add(new FieldChange(field.Name, null, value));
            }
        }

        var now = WireTime.Format(instance.Store.Conditions.Shown(context.At));
        values[schema.Id.Number] = id;
        values[schema.ExternalId.Number] = key;
        values[schema.CreatedAt.Number] = now;
        values[schema.UpdatedAt.Number] = now;
        var row = new CompanyRow(id, values) { Version = Commit(id, "create", changed, context) };
        companies.Add(row, key);
        return row;
    }

    /// <summary>Sets fields; the same row when nothing changes by it. The linked people show the new values at once, as the instance's own doing.</summary>
    public CompanyRow Update(CompanyRow row, ReadOnlySpan<FieldValue> fields, in ChangeContext context)
    {
        var schema = instance.CompanySchema;
        object?[]? values = null;
        var changed = new List<FieldChange>();
        var inherited = new List<FieldValue>();
        foreach (var (field, value) in fields)
        {
            var was = (values ?? row.Values)[field.Number];
            if (field.ReadOnly || Equals(was, value))
            {
                continue;
            }

            values ??= [.. row.Values];
            values[field.Number] = value;
            changed.Add(new FieldChange(field.Name, was, value));
            inherited.Add(new FieldValue(schema.ToPerson(field.Number), value));
        }

        if (values is null)
        {
            return row;
        }

        values[schema.UpdatedAt.Number] = WireTime.Format(instance.Store.Conditions.Shown(context.At));
        var after = new CompanyRow(row.Id, values) { Version = Commit(row.Id, "update", changed, context) };
        instance.Store.Companies.Replace(after, KeyOf(row));
        var rule = context with { Actor = Actor.Rule, Cause = Inheritance };
        foreach (var person in PeopleOf(KeyOf(row)))
        {
            instance.Writer.Inherit(instance.Store.People.FindLive(person)!, [.. inherited], rule);
        }

        return after;
    }

    public void Delete(CompanyRow row, in ChangeContext context)
    {
        var ended = new CompanyRow(row.Id, row.Values) { IsLive = false, Version = Commit(row.Id, "delete", [], context) };
        instance.Store.Companies.Replace(ended, KeyOf(row));
    }

    /// <summary>Shows all of the company's values on a person that was just linked to it.</summary>
    public PersonRow Inherit(CompanyRow company, PersonRow person, in ChangeContext context)
    {
        var schema = instance.CompanySchema;
        var values = new FieldValue[schema.Fields.Length - schema.FirstInherited];
        for (var place = 0; place < values.Length; place++)
        {
            var number = schema.FirstInherited + place;
            values[place] = new FieldValue(schema.ToPerson(number), company.Values[number]);
        }

        return instance.Writer.Inherit(person, values, context with { Actor = Actor.Rule, Cause = Inheritance });
    }

    /// <summary>The live people that are linked to the company, ascending.</summary>
    public int[] PeopleOf(string key)
    {
        var ids = instance.Store.People.Find(instance.Schema.ExternalCompanyId, key).ToArray();
        Array.Sort(ids);
        return ids;
    }

    public string KeyOf(CompanyRow row) => (string)row.Values[instance.CompanySchema.ExternalId.Number]!;

    private long Commit(int id, string op, IReadOnlyList<FieldChange> fields, in ChangeContext context) =>
        instance.Recorder.Commit(context.Call, context.At, "Company", PersonWriter.IdText(id), op, context.Actor, context.Cause, fields);
}
