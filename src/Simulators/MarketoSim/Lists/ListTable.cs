namespace SfMarketo.MarketoSim.Lists;

/// <summary>Members of static lists, sorted by person.</summary>
internal sealed class ListTable
{
    private static readonly SortedDictionary<int, long> Nobody = [];

    private readonly SortedDictionary<int, SortedDictionary<int, long>> lists;

    // Lists that no fork shares; others are copied when they are first written.
    private readonly HashSet<int> owned = [];

    public ListTable() => lists = [];

    private ListTable(ListTable other) => lists = new(other.lists);

    /// <summary>The members, ascending, with the instant since which they are on the list (microseconds).</summary>
    public SortedDictionary<int, long> Of(int listId) => lists.GetValueOrDefault(listId) ?? Nobody;

    public bool Contains(int listId, int personId) => Of(listId).ContainsKey(personId);

    /// <summary>False when the person is a member already.</summary>
    public bool Add(int listId, int personId, long at)
    {
        if (Contains(listId, personId))
        {
            return false;
        }

        Own(listId).Add(personId, at);
        return true;
    }

    /// <summary>False when the person is not a member.</summary>
    public bool Remove(int listId, int personId) => Contains(listId, personId) && Own(listId).Remove(personId);

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
        foreach (var (list, since) in ListsOf(loser).ToList())
        {
            Remove(list, loser);
            Add(list, winner, since);
        }
    }

    public void RemovePerson(int personId)
    {
        foreach (var (list, _) in ListsOf(personId).ToList())
        {
            Remove(list, personId);
        }
    }

    public void RemoveList(int listId)
    {
        lists.Remove(listId);
        owned.Remove(listId);
    }

    public ListTable Fork()
    {
        owned.Clear();
        return new ListTable(this);
    }

    private SortedDictionary<int, long> Own(int listId)
    {
        if (owned.Add(listId))
        {
            lists[listId] = new SortedDictionary<int, long>(Of(listId));
        }

        return lists[listId];
    }
}
