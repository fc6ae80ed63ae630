using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim.Opportunities;

/// <summary>A person's part in an opportunity: told by opportunity, person and role together.</summary>
/// <remarks>Source: Marketo REST API, "Opportunity roles". The codes of a missing opportunity (1013) and person (1004) are unverified.</remarks>
internal sealed class OpportunityRoleKind() : ObjectKind(
    new ObjectName("OpportunityRole", "opportunityRole", "Opportunity Role", "Opportunity Role Object"), ObjectField.Guid,
    [
        ObjectField.Text(OpportunityKind.Key, "External Opportunity Id", 50, updateable: false),
        new(Person, "Lead Id", PersonFieldType.Integer, Updateable: false),
        ObjectField.Text(Role, "Role", 50, updateable: false) with { Pooled = true },
    ],
    [new("isPrimary", "Is Primary", PersonFieldType.Boolean), new("externalCreatedDate", "External Created Date", PersonFieldType.DateTime)],
    [[OpportunityKind.Key, Person, Role], ["marketoGUID"], [Person], [OpportunityKind.Key]])
{
    private const string Person = "leadId";
    private const string Role = "role";

    private static readonly ObjectLink[] AllLinks = [new(OpportunityKind.Key, "opportunity", OpportunityKind.Key), new(Person, "Lead", "id")];

    public override IReadOnlyList<ObjectLink> Links => AllLinks;

    public override MarketoError? Check(MarketoInstance instance, ObjectRow? row, ReadOnlySpan<FieldValue> cells)
    {
        foreach (var (field, value) in cells)
        {
            switch (field.Name)
            {
                case OpportunityKind.Key when instance.Store.Objects.Opportunities.Find((string)value!) is null:
                    return MarketoErrors.ObjectNotFound;
                case Person when instance.Store.People.FindLive((int)value!) is null:
                    return MarketoErrors.LeadNotFound;
                default:
                    break;
            }
        }

        return null;
    }

    public override void Follow(MarketoInstance instance, ObjectRow? before, ObjectRow after, IReadOnlyList<FieldChange> changes, in ChangeContext context)
    {
        if (before is not null && after.IsLive)
        {
            return;
        }

        var (key, person) = ((string)after.Values[this[OpportunityKind.Key].Number]!, (int)after.Values[this[Person].Number]!);
        if (instance.Store.People.FindLive(person) is null)
        {
            return;
        }

        var type = after.IsLive ? OpportunityActivities.Added : OpportunityActivities.Removed;
        OpportunityActivities.Write(instance, type, person, key, [new("Is Primary", after.Values[this["isPrimary"].Number] ?? false), new("Role", after.Values[this[Role].Number])], context);
    }
}
