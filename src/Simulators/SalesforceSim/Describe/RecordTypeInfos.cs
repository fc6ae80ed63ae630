using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Describe;

/// <summary>The record types of an object besides the master type.</summary>
internal static class RecordTypeInfos
{
    /// <summary>New rows get another type than the master one.</summary>
    public static bool HasDefault(SalesforceOrg org, SObjectType type) =>
        org.Options.Metadata.RecordTypes.Any(each => each is { Default: true, Active: true } && string.Equals(each.Object, type.Name, StringComparison.OrdinalIgnoreCase));

    /// <param name="org">The org.</param>
    /// <param name="json">In the array.</param>
    /// <param name="type">The object.</param>
    /// <param name="path">Start of its paths.</param>
    public static void Write(SalesforceOrg org, Utf8JsonWriter json, SObjectType type, string path)
    {
        for (var i = 0; i < org.Options.Metadata.RecordTypes.Count; i++)
        {
            var each = org.Options.Metadata.RecordTypes[i];
            if (!string.Equals(each.Object, type.Name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var id = org.Store["RecordType"].IdOf(i);
            json.WriteStartObject();
            json.WriteBoolean("active"u8, each.Active);
            json.WriteBoolean("available"u8, each.Active);
            json.WriteBoolean("defaultRecordTypeMapping"u8, each is { Default: true, Active: true });
            json.WriteString("developerName"u8, each.DeveloperName);
            json.WriteBoolean("master"u8, false);
            json.WriteString("name"u8, each.Name);
            json.WriteString("recordTypeId"u8, id);
            json.WriteStartObject("urls"u8);
            json.WriteString("layout"u8, $"{path}/sobjects/{type.Name}/describe/layouts/{id}");
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}
