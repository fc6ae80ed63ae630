using System.Globalization;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Companies;

/// <summary><c>GET /rest/v1/companies.json</c>: by id, external key or name; pages ordered by id (the vendor promises no order).</summary>
internal static class CompaniesByFilter
{
    private const int MaxValues = 300;

    public static void Answer(MarketoCall call)
    {
        if (!TryReadFilter(call, out var ids) || !TryReadFields(call, out var fields) || !call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after))
        {
            return;
        }

        call.StartResult();
        string? next = null;
        var last = 0;
        foreach (var id in ids)
        {
            if (id <= after)
            {
                continue;
            }

            if (call.Sim.Records == size)
            {
                next = new PageToken(PageTokenKind.AfterId, last).ToString();
                break;
            }

            last = id;
            Write(call, call.Store.Companies.FindLive(id)!, fields);
        }

        call.EndResult(next, next is null ? null : true);
    }

    private static void Write(MarketoCall call, CompanyRow row, IReadOnlyList<PersonField> fields)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("seq"u8, call.Sim.Records++);
        foreach (var field in fields)
        {
            LeadFields.WriteValue(call.Json, field.EncodedName, row.Values[field.Number]);
        }

        call.Json.WriteEndObject();
        call.Sim.Deliver("Company", PersonWriter.IdText(row.Id), row.Version);
    }

    /// <summary>The ids that match, ascending, each once.</summary>
    private static bool TryReadFilter(MarketoCall call, out SortedSet<int> ids)
    {
        ids = [];
        var values = call.Parameters.List("filterValues");
        if (call.Parameters["filterType"] is not { } type)
        {
            return Refuse(call, MarketoErrors.MissingParameter("filterType"));
        }

        var schema = call.Instance.CompanySchema;
        var field = type switch { "idField" => schema.Id, "dedupeFields" => schema.ExternalId, _ => schema.Find(type) };
        if (field is null || !schema.Searchable.Contains(field))
        {
            return Refuse(call, MarketoErrors.LookupNotSupported(type));
        }

        if (values.Count is 0 or > MaxValues)
        {
            return Refuse(call, values.Count == 0 ? MarketoErrors.MissingParameter("filterValues") : MarketoErrors.InvalidData($"The number of filterValues {values.Count} is over {MaxValues}"));
        }

        return field == schema.Name ? FindByName(call, values, ids) : TryFindByKey(call, field == schema.Id, values, ids);
    }

    private static bool TryFindByKey(MarketoCall call, bool isId, List<string> values, SortedSet<int> ids)
    {
        foreach (var value in values)
        {
            var id = 0;
            if (isId && !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out id))
            {
                return Refuse(call, MarketoErrors.InvalidValue(value, "Integer"));
            }

            if ((isId ? call.Store.Companies.FindLive(id) : call.Store.Companies.Find(value)) is { } row)
            {
                ids.Add(row.Id);
            }
        }

        return true;
    }

    private static bool FindByName(MarketoCall call, List<string> values, SortedSet<int> ids)
    {
        var wanted = values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var companies = call.Store.Companies;
        for (var place = 0; place < companies.Count; place++)
        {
            if (companies.At(place) is { IsLive: true } row && row.Values[call.Instance.CompanySchema.Name.Number] is string name && wanted.Contains(name))
            {
                ids.Add(row.Id);
            }
        }

        return true;
    }

    private static bool TryReadFields(MarketoCall call, out IReadOnlyList<PersonField> fields)
    {
        var names = call.Parameters.List("fields");
        var found = new List<PersonField>();
        fields = names.Count == 0 ? call.Instance.CompanySchema.DefaultRead : found;
        foreach (var name in names)
        {
            if (call.Instance.CompanySchema.Find(name) is not { } field)
            {
                return Refuse(call, MarketoErrors.FieldNotFound(name));
            }

            found.Add(field);
        }

        return true;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
