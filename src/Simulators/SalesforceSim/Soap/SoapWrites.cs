using SfMarketo.SalesforceSim.Collections;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary><c>create</c>, <c>update</c> and <c>upsert</c>: up to 200 rows through the same writer as REST (SOAP API Developer Guide, "Core calls").</summary>
internal static class SoapWrites
{
    public static void Create(SoapCall soap)
    {
        var org = soap.Org;
        var items = Read(soap, creates: true);
        var assign = Assigns(soap);
        CollectionWriter.Apply(org, soap.Call, items, IsAllOrNone(soap), (transaction, item) => org.Writer.Create(transaction, item.Input, assign));
        SoapResults.Write(soap, items);
    }

    public static void Update(SoapCall soap)
    {
        var org = soap.Org;
        var items = Read(soap, creates: false);
        var assign = Assigns(soap);
        CollectionEndpoints.FindRows(org, items);
        CollectionWriter.Apply(org, soap.Call, items, IsAllOrNone(soap), (transaction, item) => org.Writer.Update(transaction, CollectionEndpoints.Latest(org, item.Row!), item.Input, assign));
        SoapResults.Write(soap, items);
    }

    public static void Upsert(SoapCall soap)
    {
        var org = soap.Org;
        var name = soap.Arguments.TextOf("externalIDFieldName") ?? "Id";
        var items = Read(soap, creates: false);
        var keys = new Dictionary<SObjectType, SField>();
        foreach (var item in items)
        {
            var type = item.Input.Type;
            keys[type] = type.Find(name) is { } key && (key.Number == SystemFields.Id || key.ExternalId)
                ? key
                : throw new SoapFaultException("INVALID_FIELD", $"Field name provided, {name} is not an External ID or indexed field for {type.Name}");
        }

        foreach (var group in items.GroupBy(item => item.Input.Type))
        {
            CollectionEndpoints.RefuseDoubleKeys([.. group], keys[group.Key]);
        }

        var assign = Assigns(soap);
        CollectionWriter.Apply(org, soap.Call, items, IsAllOrNone(soap), (transaction, item) => CollectionEndpoints.UpsertOne(org, transaction, item, keys[item.Input.Type], assign));
        SoapResults.Write(soap, items);
    }

    /// <summary><c>AllOrNoneHeader</c>.</summary>
    public static bool IsAllOrNone(SoapCall soap) => soap.Request.Header("AllOrNoneHeader")?.IsTrue("allOrNone") == true;

    /// <summary><c>AssignmentRuleHeader</c>: the default rule or one by id. Without it none runs, other than in REST (<c>soap.defaultAssignmentRule</c>).</summary>
    private static bool Assigns(SoapCall soap) => soap.Request.Header("AssignmentRuleHeader") is { } header
        ? header.IsTrue("useDefaultRule") || header.TextOf("assignmentRuleId") is not null
        : soap.Org.Switches.SoapAssignsByDefault;

    private static List<CollectionItem> Read(SoapCall soap, bool creates) => new SoapRowReader(soap.Org).Read(soap.Arguments.Children.Where(child => child.Name == "sObjects"), creates);
}
