namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Members of static lists, sorted by person. The lists API is not simulated yet: campaigns add, judges read.</summary>
internal sealed class ListTable
{
    private readonly SortedDictionary<int, SortedSet<int>> lists;

    public ListTable() => lists = [];

    private ListTable(ListTable other) => lists = new(other.lists.ToDictionary(list => list.Key, list => new SortedSet<int>(list.Value)));

    public IReadOnlyCollection<int> Members(int listId) => lists.TryGetValue(listId, out var members) ? members : [];

    /// <summary>False when the person is a member already.</summary>
    public bool Add(int listId, int personId)
    {
        if (!lists.TryGetValue(listId, out var members))
        {
            lists.Add(listId, members = []);
        }

        return members.Add(personId);
    }

    public void Move(int loser, int winner)
    {
        foreach (var members in lists.Values)
        {
            if (members.Remove(loser))
            {
                members.Add(winner);
            }
        }
    }

    public void RemovePerson(int personId)
    {
        foreach (var members in lists.Values)
        {
            members.Remove(personId);
        }
    }

    public ListTable Fork() => new(this);
}
