using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>The records that a read asks for: by values of one searchable field, or by a compound key (<see cref="ObjectLookup"/>).</summary>
internal static class ObjectQuery
{
    /// <summary>As documented.</summary>
    private const int MaxValues = 300;

    /// <summary>Places of the records that match, ascending, each once. False when the call was refused.</summary>
    public static bool TryFind(MarketoCall call, ObjectTable table, bool takesJson, out SortedSet<int> places)
    {
        places = [];
        var input = new List<object?[]>();
        if (takesJson && ObjectLookup.IsJson(call) && !ObjectLookup.TryRead(call, table.Kind, input))
        {
            return false;
        }

        var type = call.Parameters["filterType"] ?? (input.Count > 0 ? "dedupeFields" : null);
        if (type is null)
        {
            return Refuse(call, MarketoErrors.MissingParameter("filterType"));
        }

        if (FieldsOf(table.Kind, type) is not { } fields)
        {
            return Refuse(call, MarketoErrors.LookupNotSupported(type));
        }

        return input.Count > 0 ? TryFindInput(call, table, fields, input, places) : TryFindValues(call, table, fields, places);
    }

    /// <summary>The searchable field or key of this name or alias; the definitions write <c>idFields</c> too.</summary>
    private static PersonField[]? FieldsOf(ObjectKind kind, string type) => type switch
    {
        "idField" or "idFields" => [kind.Id],
        "dedupeFields" => kind.Dedupe,
        _ => Array.Find(kind.Searchable, fields => fields.Length == 1 && fields[0].Name == type),
    };

    private static bool TryFindValues(MarketoCall call, ObjectTable table, PersonField[] fields, SortedSet<int> places)
    {
        var values = call.Parameters.List("filterValues");
        if (values.Count is 0 or > MaxValues)
        {
            return Refuse(call, values.Count == 0 ? MarketoErrors.MissingParameter("filterValues") : MarketoErrors.InvalidData($"The number of filterValues {values.Count} is over {MaxValues}"));
        }

        if (fields.Length > 1)
        {
            return Refuse(call, MarketoErrors.InvalidData($"A compound key ({string.Join(", ", fields.Select(field => field.Name))}) is looked up with 'input' in a JSON body and _method=GET"));
        }

        foreach (var text in values)
        {
            object? value = text;
            if (fields[0].Type > PersonFieldType.Reference)
            {
                value = call.Instance.Reader.FromText(text, fields[0], out var misfit);
                if (misfit is { } problem)
                {
                    return Refuse(call, problem);
                }
            }

            Collect(table, fields[0], value!, places);
        }

        return true;
    }

    private static bool TryFindInput(MarketoCall call, ObjectTable table, PersonField[] fields, List<object?[]> input, SortedSet<int> places)
    {
        if (input.Count > MaxValues)
        {
            return Refuse(call, MarketoErrors.InvalidData($"The number of records {input.Count} is over {MaxValues}"));
        }

        foreach (var values in input)
        {
            if (Array.Find(fields, field => values[field.Number] is null) is { } missing)
            {
                return Refuse(call, MarketoErrors.MissingParameter(missing.Name));
            }

            if (fields.Length == 1)
            {
                Collect(table, fields[0], values[fields[0].Number]!, places);
            }
            else if (table.Find(table.Kind.KeyOf(values)) is { } row)
            {
                places.Add(row.Place);
            }
        }

        return true;
    }

    private static void Collect(ObjectTable table, PersonField field, object value, SortedSet<int> places)
    {
        var kind = table.Kind;
        if (field == kind.Id || (kind.Dedupe.Length == 1 && field == kind.Dedupe[0]))
        {
            if ((field == kind.Id ? table.FindById(value) : table.Find(PersonWriter.Wire(value)!)) is { } row)
            {
                places.Add(row.Place);
            }

            return;
        }

        foreach (var place in table.Find(field, PersonWriter.Wire(value)!))
        {
            places.Add(place);
        }
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
