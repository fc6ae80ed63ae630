using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.SalesPersons;
using Of = SfMarketo.MarketoSim.Instance.PersonFieldType;

namespace SfMarketo.MarketoSim.Opportunities;

/// <summary>The opportunity. People hang on it by roles; its changes are activities of theirs.</summary>
/// <remarks>Source: Marketo REST API, "Opportunities" (describe). The code of an unknown company (1013) is unverified.</remarks>
internal sealed class OpportunityKind() : ObjectKind(
    new ObjectName("Opportunity", "opportunity", "Opportunity", "Opportunity Object"), ObjectField.Guid, [ObjectField.Text(Key, "External Opportunity Id", 50, updateable: false)], Others,
    [[Key], ["marketoGUID"]])
{
    public const string Key = "externalOpportunityId";

    private static readonly ObjectField[] Others =
    [
        ObjectField.Text("externalCompanyId", "External Company Id", 100),
        ObjectField.Text("externalSalesPersonId", "External Sales Person Id"),
        ObjectField.Text("name", "Name"),
        new("description", "Description", Of.Text, 2000),
        ObjectField.Text("type", "Type") with { Pooled = true },
        ObjectField.Text("stage", "Stage") with { Pooled = true },
        ObjectField.Text("fiscalYear", "Fiscal Year") with { Pooled = true },
        ObjectField.Text("fiscalQuarter", "Fiscal Quarter") with { Pooled = true },
        ObjectField.Text("fiscal", "Fiscal") with { Pooled = true },
        ObjectField.Text("forecastCategory", "Forecast Category") with { Pooled = true },
        ObjectField.Text("forecastCategoryName", "Forecast Category Name") with { Pooled = true },
        new("expectedRevenue", "Expected Revenue", Of.Currency),
        new("amount", "Amount", Of.Currency),
        ObjectField.Text("nextStep", "Next Step"),
        new("isClosed", "Is Closed", Of.Boolean),
        new("isWon", "Is Won", Of.Boolean),
        new("quantity", "Quantity", Of.Float),
        new("probability", "Probability", Of.Integer),
        new("closeDate", "Close Date", Of.Date),
        new("lastActivityDate", "Last Activity Date", Of.Date),
        ObjectField.Text("leadSource", "Lead Source") with { Pooled = true },
        new("externalCreatedDate", "External Created Date", Of.DateTime),
    ];

    public override MarketoError? Refuse(MarketoInstance instance, ReadOnlySpan<FieldValue> cells) =>
        SalesPersonKind.IsUnknown(instance, cells) ? MarketoErrors.SalesPersonNotFound : null;

    public override MarketoError? Check(MarketoInstance instance, ObjectRow? row, ReadOnlySpan<FieldValue> cells)
    {
        var name = row?.Values[this["name"].Number];
        foreach (var (field, value) in cells)
        {
            name = field.Name == "name" ? value : name;
            if (field.Name == "externalCompanyId" && value is string company && instance.Store.Companies.Find(company) is null)
            {
                return MarketoErrors.ObjectNotFound;
            }
        }

        return name is null ? MarketoErrors.MissingParameter("name") : null;
    }

    public override bool IsInUse(MarketoInstance instance, ObjectRow row)
    {
        var roles = instance.Store.Objects.OpportunityRoles;
        return roles.Find(roles.Kind[Key], KeyOf(row.Values)).Length > 0;
    }

    public override void Follow(MarketoInstance instance, ObjectRow? before, ObjectRow after, IReadOnlyList<FieldChange> changes, in ChangeContext context)
    {
        if (before is null || !after.IsLive)
        {
            return;
        }

        var roles = instance.Store.Objects.OpportunityRoles;
        var people = new SortedSet<int>();
        foreach (var place in roles.Find(roles.Kind[Key], KeyOf(after.Values)))
        {
            people.Add((int)roles.At(place).Values[roles.Kind["leadId"].Number]!);
        }

        foreach (var person in people)
        {
            OpportunityActivities.Write(instance, OpportunityActivities.Updated, person, KeyOf(after.Values), [], context);
        }
    }
}
