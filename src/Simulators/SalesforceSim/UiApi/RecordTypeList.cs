using System.Text.Json;
using SfMarketo.SalesforceSim.Describe;
using SfMarketo.SalesforceSim.Layouts;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>The record types of an object by id.</summary>
internal static class RecordTypeList
{
    /// <summary>Id of the master type.</summary>
    public const string Master = PageLayout.MasterRecordType;

    /// <summary>The master type first.</summary>
    public static IEnumerable<RecordTypeEntry> Of(SalesforceOrg org, SObjectType type)
    {
        yield return new RecordTypeEntry(Master, "Master", true, true, !RecordTypeInfos.HasDefault(org, type));
        for (var i = 0; i < org.Options.Metadata.RecordTypes.Count; i++)
        {
            var each = org.Options.Metadata.RecordTypes[i];
            if (each.Object.Equals(type.Name, StringComparison.OrdinalIgnoreCase))
            {
                yield return new RecordTypeEntry(org.Store["RecordType"].IdOf(i), each.Name, false, each.Active, each is { Default: true, Active: true });
            }
        }
    }

    /// <summary>The one with the id, in 15 or 18 characters; null when the object has none such.</summary>
    public static RecordTypeEntry? Find(SalesforceOrg org, SObjectType type, string id) =>
        SalesforceId.TryParse(id, out var parsed) ? Of(org, type).FirstOrDefault(entry => entry.Id == parsed.ToString()) : null;

    public static void Write(Utf8JsonWriter json, RecordTypeEntry entry)
    {
        json.WriteStartObject();
        json.WriteBoolean("available"u8, entry.Available);
        json.WriteBoolean("defaultRecordTypeMapping"u8, entry.IsDefault);
        json.WriteBoolean("master"u8, entry.IsMaster);
        json.WriteString("name"u8, entry.Name);
        json.WriteString("recordTypeId"u8, entry.Id);
        json.WriteEndObject();
    }
}
