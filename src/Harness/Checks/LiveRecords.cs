namespace SfMarketo.Harness.Checks;

/// <summary>Which e-mails and keys live records have, followed through the commit log.</summary>
internal sealed class LiveRecords
{
    private readonly Dictionary<string, (string? Email, string? Key)> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Email, string? Key)> buried = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> emails = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);

    public bool HasEmail(string? email) => !string.IsNullOrEmpty(email) && emails.ContainsKey(email);

    public bool HasKey(string? key) => !string.IsNullOrEmpty(key) && keys.ContainsKey(key);

    /// <summary>A record as it is now, new or changed.</summary>
    public void Set(string id, string? email, string? key)
    {
        Remove(id);
        records.Add(id, (email, key));
        Count(emails, email, 1);
        Count(keys, key, 1);
    }

    public void Change(string id, bool emailChanged, string? email, bool keyChanged, string? key)
    {
        if (records.TryGetValue(id, out var old) && (emailChanged || keyChanged))
        {
            Set(id, emailChanged ? email : old.Email, keyChanged ? key : old.Key);
        }
    }

    public void Remove(string id)
    {
        if (records.Remove(id, out var old))
        {
            Count(emails, old.Email, -1);
            Count(keys, old.Key, -1);
        }
    }

    /// <summary>Takes a record out; it may come back with the same values.</summary>
    public void Bury(string id)
    {
        if (records.TryGetValue(id, out var values))
        {
            Remove(id);
            buried[id] = values;
        }
    }

    public void Revive(string id)
    {
        if (buried.Remove(id, out var values))
        {
            Set(id, values.Email, values.Key);
        }
    }

    private static void Count(Dictionary<string, int> counts, string? value, int by)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        var count = counts.GetValueOrDefault(value) + by;
        if (count == 0)
        {
            counts.Remove(value);
        }
        else
        {
            counts[value] = count;
        }
    }
}
