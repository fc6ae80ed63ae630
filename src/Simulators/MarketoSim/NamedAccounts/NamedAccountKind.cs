using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;
using Of = SfMarketo.MarketoSim.Instance.PersonFieldType;

namespace SfMarketo.MarketoSim.NamedAccounts;

/// <summary>The named account of account-based marketing. People cannot be linked to it by API, so its counts stay where they are.</summary>
/// <remarks>Source: Marketo REST API, "Named accounts" (describe).</remarks>
internal sealed class NamedAccountKind() : ObjectKind(
    new ObjectName("NamedAccount", "NamedAccount", "Named Account", "Represents a Named Account"), ObjectField.Guid, [ObjectField.Text("name", "Named Account")], Others,
    [["marketoGUID"], ["name"], .. Others.Select(field => new[] { field.Name })])
{
    private static readonly ObjectField[] Others =
    [
        new("annualRevenue", "Annual Revenue", Of.Currency),
        ObjectField.Text("city", "City") with { Pooled = true },
        ObjectField.Text("country", "Country") with { Pooled = true },
        ObjectField.Text("crmGuid", "CRM GUID", updateable: false),
        ObjectField.Text("crmOrgName", "CRM Organization Name", updateable: false),
        ObjectField.Text("domainName", "Domain Name"),
        ObjectField.Text("industry", "Industry") with { Pooled = true },
        new("logoUrl", "Logo URL", Of.Url, 255),
        new(Members, "Membership Count", Of.Integer, Updateable: false),
        new("numberOfEmployees", "Number Of Employees", Of.Integer),
        new("opptyAmount", "Opportunity Amount", Of.Currency, Updateable: false),
        new("opptyCount", "Opportunity Count", Of.Integer, Updateable: false),
        new("score1", "Score 1", Of.Integer, Updateable: false),
        new("score2", "Score 2", Of.Integer, Updateable: false),
        new("score3", "Score 3", Of.Integer, Updateable: false),
        new("score4", "Score 4", Of.Integer, Updateable: false),
        new("score5", "Score 5", Of.Integer, Updateable: false),
        ObjectField.Text("sicCode", "SIC Code"),
        ObjectField.Text("state", "State") with { Pooled = true },
        ObjectField.Text("type", "Type") with { Pooled = true },
    ];

    private const string Members = "membershipCount";

    public override void Complete(object?[] values)
    {
        values[this[Members].Number] = Boxes.Of(0);
        values[this["opptyCount"].Number] = Boxes.Of(0);
    }

    public override void Follow(MarketoInstance instance, ObjectRow? before, ObjectRow after, IReadOnlyList<FieldChange> changes, in ChangeContext context)
    {
        if (!after.IsLive)
        {
            instance.Store.Objects.AccountsOfLists.RemoveAccount(after.Place);
        }
    }
}
