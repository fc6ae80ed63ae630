namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>What sync, get and delete of named accounts should do, in the simplest words: a list and scans. An account is told by its place in the order of creation.</summary>
internal sealed class AccountModel
{
    public static readonly string[] Actions = ["createOrUpdate", "createOnly", "updateOnly"];

    private readonly List<Account?> accounts = [];

    public IEnumerable<int> Live => Enumerable.Range(0, accounts.Count).Where(place => accounts[place] is not null);

    public Account At(int place) => accounts[place]!;

    /// <summary>The outcomes of one call: status and place, or the code.</summary>
    public string[] Sync(int action, (string Name, string? City)[] records)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. records.Select(record => seen.Add(record.Name) ? SyncOne(action, record.Name, record.City) : "1036")];
    }

    /// <summary>Renames by id; places that never were are unknown ids.</summary>
    public string[] Rename((int Place, string Name)[] records)
    {
        var seen = new HashSet<int>();
        return [.. records.Select(record => seen.Add(record.Place) ? RenameOne(record.Place, record.Name) : "1036")];
    }

    public string[] Delete(string[] names) => [.. names.Select(name => DeleteAt(FindByName(name)))];

    public string[] DeleteById(int[] places) => [.. places.Select(place => DeleteAt(IsLive(place) ? place : -1))];

    public int FindByName(string name) => accounts.FindIndex(account => account?.Name.Equals(name, StringComparison.OrdinalIgnoreCase) == true);

    public IEnumerable<int> FindByCity(string city) => Live.Where(place => city.Equals(accounts[place]!.City, StringComparison.OrdinalIgnoreCase));

    public bool IsLive(int place) => place >= 0 && place < accounts.Count && accounts[place] is not null;

    private string SyncOne(int action, string name, string? city)
    {
        var found = FindByName(name);
        if (found >= 0)
        {
            if (action == 1)
            {
                return "1017";
            }

            accounts[found] = accounts[found]! with { City = city };
            return $"updated {found}";
        }

        if (action == 2)
        {
            return "1013";
        }

        accounts.Add(new Account(name, city));
        return $"created {accounts.Count - 1}";
    }

    private string RenameOne(int place, string name)
    {
        if (!IsLive(place))
        {
            return "1013";
        }

        if (FindByName(name) is >= 0 and var other && other != place)
        {
            return "1017";
        }

        accounts[place] = accounts[place]! with { Name = name };
        return $"updated {place}";
    }

    private string DeleteAt(int place)
    {
        if (place < 0)
        {
            return "1013";
        }

        accounts[place] = null;
        return $"deleted {place}";
    }

    internal sealed record Account(string Name, string? City);
}
