namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>What Sync Leads and Delete Leads should do, in the simplest words: a dictionary and scans.</summary>
internal sealed class LeadModel
{
    public const int FirstId = 1001;

    public static readonly string[] Actions = ["createOrUpdate", "createOnly", "updateOnly", "createDuplicate"];
    public static readonly string[] Lookups = ["email", "sfdcPersonId"];

    private int nextId = FirstId;

    public SortedDictionary<int, Person> People { get; } = [];

    public string Sync(int action, int lookup, string email, string key, string? title)
    {
        var person = new Person(email, key, title);
        int[] found = action == 3 ? [] : [.. lookup == 0 ? FindByEmail(email) : People.Where(entry => entry.Value.Key == key).Select(entry => entry.Key)];
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

    public string Delete(int id) => People.Remove(id) ? $"deleted {id}" : "skipped 1004";

    public IEnumerable<int> FindByEmail(string email) =>
        People.Where(entry => entry.Value.Email.Equals(email, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Key);

    internal sealed record Person(string Email, string Key, string? Title);
}
