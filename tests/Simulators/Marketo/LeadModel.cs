namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>What the calls about leads should do, in the simplest words: a dictionary and scans.</summary>
internal sealed class LeadModel
{
    public const int FirstId = 1001;

    public static readonly string[] Actions = ["createOrUpdate", "createOnly", "updateOnly", "createDuplicate"];
    public static readonly string[] Lookups = ["email", "sfdcPersonId", "twitterId"];

    private int nextId = FirstId;

    public SortedDictionary<int, Person> People { get; } = [];

    /// <summary>Who is on the list.</summary>
    public SortedSet<int> List { get; } = [];

    public string Sync(int action, int lookup, Person person)
    {
        int[] found = action == 3 ? [] : [.. People.Where(entry => entry.Value.Key(lookup) == person.Key(lookup)).Select(entry => entry.Key)];
        if (found.Length > 1)
        {
            return "skipped 1007";
        }

        if (found.Length == 1 && action == 1)
        {
            return "skipped 1005";
        }

        if (found.Length == 1)
        {
            People[found[0]] = person;
            return $"updated {found[0]}";
        }

        if (action == 2)
        {
            return "skipped 1004";
        }

        People.Add(nextId, person);
        return $"created {nextId++}";
    }

    /// <summary>By id only what exists is updated.</summary>
    public string Retitle(int id, string? title)
    {
        if (!People.TryGetValue(id, out var person))
        {
            return "skipped 1004";
        }

        People[id] = person with { Title = title };
        return $"updated {id}";
    }

    public string Delete(int id)
    {
        List.Remove(id);
        return People.Remove(id) ? $"deleted {id}" : "skipped 1004";
    }

    /// <summary>One bad id fails the whole merge; the winner takes a title where it has none, from the first that has one.</summary>
    public string Merge(int winner, int[] losers)
    {
        foreach (var id in (int[])[winner, .. losers])
        {
            if (!People.ContainsKey(id))
            {
                return "1004";
            }

            // The path's id comes first, so its second sight is as a loser.
            if (id == winner && Array.IndexOf(losers, winner) >= 0 && losers.TakeWhile(loser => loser != winner).All(People.ContainsKey))
            {
                return "1003";
            }
        }

        foreach (var loser in losers.Distinct())
        {
            People[winner] = People[winner] with { Title = People[winner].Title ?? People[loser].Title };
            People.Remove(loser);
            if (List.Remove(loser))
            {
                List.Add(winner);
            }
        }

        return "merged";
    }

    public string Add(int id)
    {
        if (!People.ContainsKey(id))
        {
            return $"skipped {id}";
        }

        List.Add(id);
        return $"added {id}";
    }

    /// <param name="lookup">Place in <see cref="Lookups"/>.</param>
    /// <param name="key">As <see cref="Person.Key"/> gives it.</param>
    public IEnumerable<int> Find(int lookup, string key) => People.Where(entry => entry.Value.Key(lookup) == key).Select(entry => entry.Key);

    internal sealed record Person(string Email, string PersonId, string TwitterId, string? Title)
    {
        /// <summary>A lookup value as it compares.</summary>
        public string Key(int lookup) => (lookup == 0 ? Email : lookup == 1 ? PersonId : TwitterId).ToUpperInvariant();
    }
}
