using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.OrgData;

/// <summary>Makes the records that a data file names.</summary>
internal static class FixedRecords
{
    /// <exception cref="OrgContentException">A system refuses a record.</exception>
    public static void Make(IReadOnlyList<FixedRecord> records, MarketoInstance marketo, SalesforceOrg salesforce)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            KeyValuePair<string, object?>[] fields = [.. record.Fields.Select(field => new KeyValuePair<string, object?>(field.Key, Value(record, field.Value, ids)))];
            try
            {
                var id = record.Object is null
                    ? marketo.CreatePerson(fields, OrgSeeder.Cause).ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : salesforce.CreateRow(record.Object, fields, OrgSeeder.Cause);
                if (record.Name is not null)
                {
                    ids[record.Name] = id;
                }
            }
            catch (Exception refused) when (refused is SalesforceRowException or ArgumentException or KeyNotFoundException)
            {
                throw new OrgContentException(record, refused.Message);
            }
        }
    }

    private static object? Value(FixedRecord record, object? value, Dictionary<string, string> ids) =>
        value is string { Length: > 1 } text && text[0] == '$'
            ? ids.GetValueOrDefault(text[1..]) ?? throw new OrgContentException(record, $"{text} refers to no record above it; names are given with 'as'")
            : value;
}
