using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Recent;

/// <summary>Rows that a user viewed, referred to (<c>FOR VIEW</c>, <c>FOR REFERENCE</c>) or wrote last, latest first.</summary>
/// <remarks>The vendor lists what was viewed in its screens too; that a write counts is the simulator's stand-in for them (unverified). Of large tables the newest rows are looked at.</remarks>
internal static class RecentItems
{
    private const int MostLookedAt = 20_000;

    /// <summary>The latest rows of one object.</summary>
    public static IReadOnlyList<SRow> Of(SObjectTable table, string userId, int most) => [.. Dated(table, userId).OrderByDescending(entry => entry.At).ThenBy(entry => entry.Row.Id, StringComparer.Ordinal).Take(most).Select(entry => entry.Row)];

    /// <summary>The latest rows of all objects that people work with.</summary>
    public static IReadOnlyList<SRow> Of(OrgStore store, string userId, int most) =>
        [.. store.Schema.Objects.Where(type => type.Writable).SelectMany(type => Dated(store[type], userId)).OrderByDescending(entry => entry.At).ThenBy(entry => entry.Row.Id, StringComparer.Ordinal).Take(most).Select(entry => entry.Row)];

    /// <summary><c>{"attributes":{..},"Id":"..","Name":".."}</c>.</summary>
    public static void Write(SimCall call, SRow row)
    {
        call.Json.WriteStartObject();
        call.WriteAttributes(row);
        call.Json.WriteString("Id"u8, row.Id);
        if (row.Type.NameField is { } name)
        {
            FieldValues.WriteJson(call.Json, name, row);
        }

        call.Json.WriteEndObject();
    }

    private static IEnumerable<(SRow Row, long At)> Dated(SObjectTable table, string userId)
    {
        var (viewed, referenced) = (table.Type.Find("LastViewedDate"), table.Type.Find("LastReferencedDate"));
        for (var (number, left) = (table.Count - 1, MostLookedAt); number >= 0 && left > 0; number--, left--)
        {
            if (table[number] is not { Deleted: false } row)
            {
                continue;
            }

            var at = Math.Max(Date(row, viewed), Date(row, referenced));
            if (row.Text(SystemFields.LastModifiedById) == userId)
            {
                at = Math.Max(at, (long)row[SystemFields.LastModifiedDate]!);
            }

            if (at > 0)
            {
                yield return (row, at);
            }
        }
    }

    private static long Date(SRow row, SField? field) => field is not null && row[field.Number] is long micros ? micros : 0;
}
