using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.Effects;

/// <summary>Which fields of a record the engine reads: the mapped ones and those that identity and life cycle need. Made once from the field map.</summary>
internal sealed class RecordShapes
{
    public RecordShapes(FieldMap map)
    {
        PersonFields = string.Join(',', new[] { "id", FieldMap.SalesforceIdField, FieldMap.StageField, "leadSource", CompanyNews.CompanyKey }.Concat(map.Fields.Select(field => field.Marketo)).Distinct());
        ChangeFields = string.Join(',', new[] { FieldMap.SalesforceIdField, FieldMap.StageField }.Concat(map.Fields.Select(field => field.Marketo)).Distinct());
        LeadFields = Columns(map, SalesforceObject.Lead, "IsConverted", "ConvertedContactId", "ConvertedAccountId");
        ContactFields = Columns(map, SalesforceObject.Contact);
    }

    /// <summary>For reads of people.</summary>
    public string PersonFields { get; }

    /// <summary>For the stream of lead changes.</summary>
    public string ChangeFields { get; }

    /// <summary>Select list for Lead.</summary>
    public string LeadFields { get; }

    /// <summary>Select list for Contact.</summary>
    public string ContactFields { get; }

    public string FieldsOf(SalesforceObject record) => record == SalesforceObject.Lead ? LeadFields : ContactFields;

    private static string Columns(FieldMap map, SalesforceObject record, params string[] more) =>
        string.Join(',', new[] { "Id", "SystemModstamp", FieldMap.MarketoIdField }.Concat(map.Fields.Select(field => field.On(record)).OfType<string>()).Concat(more).Distinct());
}
