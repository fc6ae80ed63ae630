using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim.NamedAccounts;

/// <summary>A list of named accounts. Those that are made by API are of type <c>default</c> and updateable; <c>external</c> ones are a CRM's.</summary>
/// <remarks>Source: Marketo REST API, "Named account lists". There is no describe.</remarks>
internal sealed class NamedAccountListKind() : ObjectKind(
    new ObjectName("NamedAccountList", "NamedAccountList", "Named Account List", "Represents a list of Named Accounts"), ObjectField.Guid, [ObjectField.Text("name", "Name")],
    [ObjectField.Text("type", "Type", updateable: false), new("updateable", "Updateable", PersonFieldType.Boolean, Updateable: false)], [["marketoGUID"], ["name"]])
{
    public override bool ReadsAllPopulated => true;

    public override void Complete(object?[] values)
    {
        values[this["type"].Number] = "default";
        values[this["updateable"].Number] = Boxes.True;
    }

    public override void Follow(MarketoInstance instance, ObjectRow? before, ObjectRow after, IReadOnlyList<FieldChange> changes, in ChangeContext context)
    {
        if (!after.IsLive)
        {
            instance.Store.Objects.AccountsOfLists.RemoveList(after.Place);
        }
    }
}
