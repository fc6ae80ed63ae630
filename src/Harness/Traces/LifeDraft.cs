namespace SfMarketo.Harness.Traces;

/// <summary>A life while it is being found: its records, what belongs to them, and what it may be found by on the other side.</summary>
internal sealed class LifeDraft
{
    /// <summary>In the order in which they were found.</summary>
    public List<LifeMember> Members { get; } = [];

    public SortedSet<string> Emails { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>New mobile phones with the old ones: the same change on both sides tells that two seeded records are linked.</summary>
    public HashSet<(string Old, string New)> Phones { get; } = [];

    /// <summary>Opportunities, contact roles and Tasks of the life's rows.</summary>
    public SortedSet<string> Related { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Accounts { get; } = new(StringComparer.Ordinal);

    public List<string> Notes { get; } = [];

    public bool Has(RecordKey key) => Members.Exists(member => member.Key.Sim == key.Sim && member.Key.Id == key.Id && member.Key.IsHuman == key.IsHuman);

    public bool HasSide(string sim) => Members.Exists(member => member.Key.Sim == sim);

    /// <returns>True when it was not there.</returns>
    public bool Add(RecordKey key, string how)
    {
        if (Has(key))
        {
            return false;
        }

        Members.Add(new LifeMember(key, how));
        return true;
    }

    public void Created(RecordKey key)
    {
        var place = Members.FindIndex(member => member.Key == key);
        Members[place] = Members[place] with { IsSeeded = false };
    }

    /// <summary>Takes another life in: they are one.</summary>
    public void Join(LifeDraft other)
    {
        foreach (var member in other.Members.Where(member => !Has(member.Key)))
        {
            Members.Add(member);
        }

        Emails.UnionWith(other.Emails);
        Phones.UnionWith(other.Phones);
        Related.UnionWith(other.Related);
        Accounts.UnionWith(other.Accounts);
        Notes.AddRange(other.Notes);
    }
}
