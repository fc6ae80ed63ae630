namespace SfMarketo.MarketoSim.Lists;

/// <summary>Members of static lists, sorted by person.</summary>
internal sealed class ListTable
{
    private static readonly SortedDictionary<int, long> Nobody = [];

    private readonly SortedDictionary<int, SortedDictionary<int, long>> lists;

    public ListTable() => lists = [];

    private ListTable(ListTable other) => lists = new(other.lists.ToDictionary(list => list.Key, list => new SortedDictionary<int, long>(list.Value)));

    /// <summary>The members, ascending, with the instant since which they are on the list (microseconds).</summary>
    public SortedDictionary<int, long> Of(int listId) => lists.GetValueOrDefault(listId) ?? Nobody;

    public bool Contains(int listId, int personId) => Of(listId).ContainsKey(personId);

    /// <summary>False when the person is a member already.</summary>
    public bool Add(int listId, int personId, long at)
    {
        if (!lists.TryGetValue(listId, out var members))
        {
            lists.Add(listId, members = []);
        }

        return members.TryAdd(personId, at);
    }

    /// <summary>False when the person is not a member.</summary>
    public bool Remove(int listId, int personId) => lists.TryGetValue(listId, out var members) && members.Remove(personId);

    /// <summary>The lists that the person is on, ascending, and since when.</summary>
    public IEnumerable<KeyValuePair<int, long>> ListsOf(int personId)
    {
        foreach (var (list, members) in lists)
        {
            if (members.TryGetValue(personId, out var since))
            {
                yield return new KeyValuePair<int, long>(list, since);
            }
        }
    }

    public void Move(int loser, int winner)
    {
        foreach (var members in lists.Values)
        {
            if (members.Remove(loser, out var since))
            {
                members.TryAdd(winner, since);
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
