using System.Globalization;
using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>The part of the schema that comes from metadata: custom objects and fields, their formulas and roll-ups.</summary>
internal sealed class CustomSchema(OrgMetadata metadata)
{
    private const int MostCustomObjects = 36 * 36;

    /// <summary>The tables of custom objects, in order of creation: key prefixes from a00 on.</summary>
    public IEnumerable<string> Objects() => metadata.Objects.Take(MostCustomObjects).Select((each, number) =>
    {
        var owned = !each.Fields.Any(field => field.Type == "masterDetail");
        return $"""
            {each.Name} {Prefix(number)} "{Plain(each.Label)}" "{Plain(each.PluralLabel)}"
            {(owned ? "OwnerId ref R D ->Group,User(Owner)" : "")}
            IsDeleted boolean ro "Deleted"
            Name string(80) {(each.AutoNumber is null ? "name" : $"R D calc name auto:{each.AutoNumber.Replace(" ", "")}")} "{Plain(each.Label)} Name"
            {(HasRecordTypes(each.Name) ? RecordTypeLine : "")}
            LastActivityDate date ro
            LastViewedDate datetime ro
            LastReferencedDate datetime ro
            """;
    });

    private const string RecordTypeLine = "RecordTypeId ref ->RecordType(RecordType) \"Record Type ID\"";

    /// <summary>The fields of an object, each to be made once its number is known.</summary>
    public IReadOnlyList<Func<int, SField>> FieldsOf(string name)
    {
        var own = metadata.Objects.FirstOrDefault(each => each.Name == name);
        var added = metadata.Fields.Where(each => string.Equals(each.Key, name, StringComparison.OrdinalIgnoreCase)).SelectMany(each => each.Value);
        var made = (own?.Fields ?? []).Concat(added).Select(field => (Func<int, SField>)(number => CustomFields.Make(field, own?.PluralLabel ?? name + "s", number)));
        var standard = own is not null ? [] : StandardExtras(name);
        return [.. standard, .. made];
    }

    /// <summary>Names that are taken twice, or that are not there.</summary>
    /// <exception cref="MetadataException">One is wrong.</exception>
    public void CheckObjects(IReadOnlyList<string> names)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!known.Add(name))
            {
                throw new MetadataException($"there is an object {name} already", PlaceOf(name), "choose another name");
            }
        }

        foreach (var (name, _) in metadata.Fields)
        {
            if (!known.Contains(name))
            {
                throw Unknown(name, "fields." + name, names);
            }
        }

        foreach (var field in AllFields().Select(each => each.Field))
        {
            foreach (var target in field.ReferenceTo)
            {
                if (!known.Contains(target))
                {
                    throw Unknown(target, field.Place + ".referenceTo", names);
                }
            }
        }

        foreach (var (name, fields) in AllFields().GroupBy(each => each.Object, StringComparer.OrdinalIgnoreCase).Select(group => (group.Key, group.Select(each => each.Field))))
        {
            var twice = fields.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
            if (twice is not null)
            {
                throw new MetadataException($"{name} has two fields {twice.Key}", twice.Last().Place + ".name", "choose another name");
            }
        }
    }

    /// <summary>Reads formulas and roll-ups, now that all fields are there.</summary>
    /// <exception cref="MetadataException">One cannot be read.</exception>
    public void Complete(OrgSchema schema)
    {
        foreach (var type in schema.Objects)
        {
            type.Formulas = InOrder([.. Read(schema, type, field => field.Formula, FormulaUse.Field, ".formula")]);
            type.DefaultFormulas = [.. Read(schema, type, field => field.DefaultFormula, FormulaUse.Value, ".defaultFormula")];
        }

        foreach (var type in schema.Objects)
        {
            foreach (var hop in type.Formulas.SelectMany(each => each.Formula.Fields).Where(field => field.Hops.Count == 1 && !field.OfUser).Select(field => field.Hops[0]).Distinct())
            {
                foreach (var target in hop.ReferenceTo.Select(name => schema.Find(name)).OfType<SObjectType>())
                {
                    target.FormulaReaders = [.. target.FormulaReaders, (type, hop)];
                }
            }
        }

        foreach (var (name, field) in AllFields().Where(each => each.Field.RollUp is not null))
        {
            RollUpReader.Add(schema, schema[name], field);
        }
    }

    private IEnumerable<(SField Field, Formula Formula)> Read(OrgSchema schema, SObjectType type, Func<SField, string?> text, FormulaUse use, string member)
    {
        foreach (var field in type.Fields.Where(field => text(field) is not null))
        {
            var place = AllFields().First(each => each.Object == type.Name && each.Field.Name == field.Name).Field.Place + member;
            Formula formula;
            try
            {
                formula = Formula.Parse(text(field)!, type, schema, use);
            }
            catch (FormulaException wrong)
            {
                throw new MetadataException(wrong.Message, place, $"write a formula over {type.Name}");
            }

            if (use == FormulaUse.Field && formula.Fields.FirstOrDefault(each => each.Hops.Count > 1 || each.OfUser || each.Hops.Any(hop => !hop.Indexed)) is { } far)
            {
                throw new MetadataException($"{far.Name} cannot stand in a formula field of this simulator, which keeps the value with the row", place, "read the row's own fields and those of a parent one step up, not the owner's or the user's");
            }

            if (!FormulaValues.Fits(field, formula.Type))
            {
                throw new MetadataException($"the formula gives {formula.Type}, which is no value of type {field.Type}", place, "change the type or the formula");
            }

            yield return (field, formula);
        }
    }

    // A formula after those that it reads.
    private static List<(SField Field, Formula Formula)> InOrder(List<(SField Field, Formula Formula)> formulas)
    {
        var done = new List<(SField Field, Formula Formula)>();
        while (formulas.Count > 0)
        {
            var next = formulas.FindIndex(each => !each.Formula.Fields.Any(read => read.IsOwn && formulas.Exists(other => other.Field == read.Field)));
            if (next < 0)
            {
                throw new MetadataException($"the formula of {formulas[0].Field} reads itself", "", "take the circle out: a formula field must not depend on itself");
            }

            done.Add(formulas[next]);
            formulas.RemoveAt(next);
        }

        return done;
    }

    private IEnumerable<(string Object, FieldMetadata Field)> AllFields() =>
        metadata.Objects.SelectMany(each => each.Fields.Select(field => (each.Name, field))).Concat(metadata.Fields.SelectMany(each => each.Value.Select(field => (each.Key, field))));

    private bool HasRecordTypes(string name) => metadata.RecordTypes.Any(type => string.Equals(type.Object, name, StringComparison.OrdinalIgnoreCase));

    // RecordTypeId where there are record types; codes beside the names where there are state and country picklists.
    private IEnumerable<Func<int, SField>> StandardExtras(string name)
    {
        if (HasRecordTypes(name))
        {
            yield return number => SchemaText.ParseLine(number, RecordTypeLine);
        }

        foreach (var prefix in metadata.Countries.Count == 0 ? [] : StateCountry.PrefixesOf(name))
        {
            yield return number => SchemaText.ParseLine(number, $"{prefix}StateCode picklist(10) of:{prefix}Address");
            yield return number => SchemaText.ParseLine(number, $"{prefix}CountryCode picklist(10) of:{prefix}Address");
        }
    }

    private string PlaceOf(string name) => metadata.Objects.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase))?.Place is { } place ? place + ".name" : "objects";

    private static MetadataException Unknown(string name, string place, IReadOnlyList<string> names) => new($"there is no object {name}", place, $"there are {string.Join(", ", names)}");

    private static string Plain(string label) => label.Replace('"', '\'');

    // a00 to a0Z, a10, ...: 36 signs in the last two places.
    private static string Prefix(int number)
    {
        const string signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return string.Create(CultureInfo.InvariantCulture, $"a{signs[number / signs.Length % signs.Length]}{signs[number % signs.Length]}");
    }
}
