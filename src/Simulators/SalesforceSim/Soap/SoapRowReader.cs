using SfMarketo.SalesforceSim.Collections;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>Reads sObjects of a request: type, <c>fieldsToNull</c>, Id, fields, and parents by their external ids.</summary>
internal sealed class SoapRowReader(SalesforceOrg org)
{
    private const int MostChunks = 10;

    private readonly TextValues values = new(org.Store, TextForm.Xml, org.Switches.PicklistsUnrestricted);

    /// <summary>The rows of a write.</summary>
    /// <param name="nodes">At most 200 of at most ten runs of one type.</param>
    /// <param name="creates">An Id refuses the row.</param>
    /// <exception cref="SoapFaultException">Too many, an unknown object or an unknown field: the whole call is refused.</exception>
    public List<CollectionItem> Read(IEnumerable<SoapNode> nodes, bool creates)
    {
        var items = new List<CollectionItem>();
        SObjectType? last = null;
        var chunks = 0;
        foreach (var node in nodes)
        {
            if (items.Count == CollectionBody.MostRecords)
            {
                throw new SoapFaultException("EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {CollectionBody.MostRecords} records into this call");
            }

            var item = new CollectionItem();
            Read(node, item.Input, creates);
            if (item.Input.Type != last && ++chunks > MostChunks)
            {
                throw new SoapFaultException("LIMIT_EXCEEDED", $"Cannot have more than {MostChunks} chunks in a single operation. Please rearrange the data to reduce chunking.");
            }

            last = item.Input.Type;
            items.Add(item);
        }

        return items;
    }

    /// <summary>One row.</summary>
    /// <exception cref="SoapFaultException">Unknown object or field.</exception>
    public void Read(SoapNode node, RowInput input, bool creates)
    {
        input.Start(TypeOf(node));
        foreach (var child in node.Children)
        {
            if (child.Name == "fieldsToNull")
            {
                SetNull(input, child.Text.Trim());
            }
            else if (child.Name != "type" && !child.IsNil)
            {
                ReadField(input, child);
            }
        }

        if (creates && input.Id is not null)
        {
            input.Fail(InputFault.ReadOnly, RowErrors.IdOnInsert);
        }
    }

    private SObjectType TypeOf(SoapNode node)
    {
        var name = node.TextOf("type") ?? (node.Type is "sObject" ? null : node.Type) ?? throw new SoapFaultException("INVALID_TYPE", "Must send a concrete entity type.");
        return org.Store.Schema.Find(name) ?? throw UnknownType(name);
    }

    public static SoapFaultException UnknownType(string name) => new(
        "INVALID_TYPE",
        $"sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.");

    private void ReadField(RowInput input, SoapNode node)
    {
        if (node.Children.Count > 0)
        {
            ReadParent(input, node);
            return;
        }

        if (input.Type.Find(node.Name) is not { } field)
        {
            throw UnknownField(input.Type, node.Name);
        }

        if (field.Type == SFieldType.Address)
        {
            input.FailReadOnly(field);
            return;
        }

        // An empty element sets nothing but texts, as the vendor's own toolkits leave them.
        if (node.Text.Length > 0 || field.IsText)
        {
            values.Add(input, new TextTarget(field, null, null), node.Text);
        }
    }

    private static void SetNull(RowInput input, string name)
    {
        if (input.Type.Find(name) is not { } field)
        {
            throw UnknownField(input.Type, name);
        }

        if (!field.Createable)
        {
            input.FailReadOnly(field);
        }
        else
        {
            input.Add(field, null);
        }
    }

    // <Account><type>Account</type><External_Id__c>A-1</External_Id__c></Account>
    private void ReadParent(RowInput input, SoapNode node)
    {
        if (input.Type.FindRelationship(node.Name) is not { Createable: true } lookup)
        {
            throw UnknownField(input.Type, node.Name);
        }

        var parent = node.TextOf("type") ?? node.Type;
        foreach (var key in node.Children.Where(child => child.Name != "type" && !child.IsNil))
        {
            var target = TextTarget.Find(org.Store.Schema, lookup, parent is "sObject" ? null : parent, key.Name) ?? throw UnknownField(org.Store.Schema[lookup.ReferenceTo[0]], key.Name);
            values.Add(input, target, key.Text);
        }
    }

    private static SoapFaultException UnknownField(SObjectType type, string name) => new(
        "INVALID_FIELD",
        $"No such column '{name}' on entity '{type.Name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.");
}
