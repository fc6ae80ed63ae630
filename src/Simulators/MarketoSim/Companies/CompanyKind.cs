using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim.Companies;

/// <summary>The company: its key, then the fields that people show as their own. Linked people follow its changes at once.</summary>
/// <remarks>
/// Source: Marketo REST API, "Companies"; which person fields are company fields: shared/reference/marketo.md section 5.8. The hidden company that every person without a key
/// has (Adobe's service note of 2020) is the person's own company fields: no read shows it and nobody shares it.
/// </remarks>
internal sealed class CompanyKind : ObjectKind
{
    private const string Inheritance = "company";

    private readonly int[] personNumbers;
    private readonly Dictionary<string, PersonField> ofPerson = new(StringComparer.Ordinal);

    public CompanyKind(PersonSchema people)
        : base(
            new ObjectName("Company", "Company", "Company", "Company"), ObjectField.Id, [Like(people.ExternalCompanyId) with { Updateable = false }],
            people.Fields.Where(field => field.Company).Select(Like), [["externalCompanyId"], ["id"], ["company"]])
    {
        personNumbers = [.. people.Fields.Where(field => field.Company).Select(field => field.Number)];
        foreach (var field in Fields[FirstOther..])
        {
            ofPerson.Add(field.Name, field);
        }
    }

    public override int FirstId => 501;

    /// <summary>The company's field behind a person's company field.</summary>
    public PersonField FromPerson(PersonField field) => ofPerson[field.Name];

    /// <summary>Shows all of the company's values on a person that was just linked to it.</summary>
    public PersonRow Inherit(MarketoInstance instance, ObjectRow company, PersonRow person, in ChangeContext context)
    {
        var values = new FieldValue[personNumbers.Length];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = new FieldValue(ToPerson(instance, FirstOther + place), company.Values[FirstOther + place]);
        }

        return instance.Writer.Inherit(person, values, context with { Actor = Actor.Rule, Cause = Inheritance });
    }

    public override void Follow(MarketoInstance instance, ObjectRow? before, ObjectRow after, IReadOnlyList<FieldChange> changes, in ChangeContext context)
    {
        if (before is null || !after.IsLive)
        {
            return;
        }

        FieldValue[] inherited = [.. changes.Select(change => new FieldValue(ToPerson(instance, Find(change.Name)!.Number), change.New))];
        var rule = context with { Actor = Actor.Rule, Cause = Inheritance };
        foreach (var person in PeopleOf(instance, KeyOf(after.Values)))
        {
            instance.Writer.Inherit(instance.Store.People.FindLive(person)!, inherited, rule);
        }
    }

    public override bool IsInUse(MarketoInstance instance, ObjectRow row)
    {
        var key = KeyOf(row.Values);
        var opportunities = instance.Store.Objects.Opportunities;
        return PeopleOf(instance, key).Length > 0 || opportunities.Find(opportunities.Kind["externalCompanyId"], key).Length > 0;
    }

    /// <summary>The live people that are linked to the company, ascending.</summary>
    private static int[] PeopleOf(MarketoInstance instance, string key)
    {
        var ids = instance.Store.People.Find(instance.Schema.ExternalCompanyId, key).ToArray();
        Array.Sort(ids);
        return ids;
    }

    private PersonField ToPerson(MarketoInstance instance, int number) => instance.Schema.Fields[personNumbers[number - FirstOther]];

    private static ObjectField Like(PersonField field) => new(field.Name, field.DisplayName, field.Type, field.Length) { Pooled = field.Pooled };
}
