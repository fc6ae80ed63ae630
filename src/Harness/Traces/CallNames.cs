using SfMarketo.Harness.Records;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Traces;

/// <summary>Tells whether a call's path or query names one of a life's records. Bodies are not in the records.</summary>
internal sealed class CallNames(LifeDraft life)
{
    /// <summary>Query parameters of Marketo whose values are people's ids.</summary>
    private static readonly string[] Lists = ["filterValues", "id", "leadIds", "leadId"];

    private readonly string[] rows = [.. life.Members.Where(member => member.Key.Sim == RecordFolder.Salesforce).Select(member => member.Key.Id)];
    private readonly HashSet<string> people = [.. life.Members.Where(member => member.Key.Object == RecordKey.PersonObject).Select(member => member.Key.Id)];
    private readonly string[] emails = [.. life.Emails, .. life.Emails.Select(Uri.EscapeDataString)];

    /// <summary>What of the life the call names, in words for a reader; null when it names nothing.</summary>
    public string? Find(in CallEntry call)
    {
        foreach (var row in rows)
        {
            if (call.Query.Contains(row, StringComparison.Ordinal) || call.Path.Contains(row, StringComparison.Ordinal))
            {
                return row;
            }
        }

        foreach (var email in emails)
        {
            if (call.Query.Contains(email, StringComparison.OrdinalIgnoreCase))
            {
                return Uri.UnescapeDataString(email);
            }
        }

        return call.Sim == RecordFolder.Marketo ? Person(call) : null;
    }

    /// <summary>People's ids are short numbers, which a query is full of: only where an id can stand.</summary>
    private string? Person(in CallEntry call)
    {
        foreach (var segment in call.Path.Split('/'))
        {
            if (people.Contains(segment.EndsWith(".json", StringComparison.Ordinal) ? segment[..^5] : segment))
            {
                return segment;
            }
        }

        foreach (var part in call.Query.Split('&'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Lists.Contains(part[..equals]) && Uri.UnescapeDataString(part[(equals + 1)..]).Split(',').FirstOrDefault(people.Contains) is { } id)
            {
                return id;
            }
        }

        return null;
    }
}
