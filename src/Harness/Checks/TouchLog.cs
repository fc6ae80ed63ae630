using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>What people did with e-mails and forms, with whose Lead or Contact they were then: what Tasks are judged by.</summary>
internal sealed class TouchLog(CheckSettings settings)
{
    private const int FillOutForm = 2;
    private const int ClickEmail = 11;

    private readonly Dictionary<int, List<Touch>> byPerson = [];
    private readonly Dictionary<string, Touch> notGiven = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<string>> reading = [];
    private long given;
    private readonly Dictionary<string, long> linkedSince = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> merged = new(StringComparer.Ordinal);

    /// <summary>Those who did something, by id.</summary>
    public IEnumerable<int> People => byPerson.Keys.Order();

    public void Start(SystemsState state)
    {
        foreach (var person in state.People)
        {
            if (person.Text(RecordWords.PersonLink) is { Length: > 0 })
            {
                linkedSince[person.Id] = state.At;
            }
        }

        foreach (var row in state.Leads.Concat(state.Contacts))
        {
            Owned(row.Id, row.Text("OwnerId"));
        }
    }

    public void OnCommit(in CommitEntry entry)
    {
        if (entry.Object == RecordWords.Activity)
        {
            Add(entry);
        }
        else if (entry.IsPerson())
        {
            if (entry.TryNew(RecordWords.PersonLink, out var link) && link is string { Length: > 0 })
            {
                linkedSince.TryAdd(entry.Id, entry.At);
            }
            else if (entry.Op == "merge")
            {
                merged.Add(entry.Id);
                merged.Add(entry.TryNew("mergedInto", out var winner) ? RecordWords.Text(winner) : "");
            }
        }
        else if (entry.IsSalesforcePerson() && entry.TryNew("OwnerId", out var owner))
        {
            Owned(entry.Id, owner as string);
        }
    }

    /// <summary>What a read returned is known when it is made, whose read it was when the call has ended.</summary>
    public void OnDelivered(in DeliveredEntry entry)
    {
        if (entry.Sim != RecordWords.Marketo || notGiven.Count == 0)
        {
            return;
        }

        foreach (var item in entry.Items)
        {
            if (item.Object == RecordWords.Activity && notGiven.ContainsKey(item.Id))
            {
                (reading.TryGetValue(entry.Call, out var ids) ? ids : reading[entry.Call] = []).Add(item.Id);
            }
        }
    }

    public void OnCall(in CallEntry entry)
    {
        if (entry.Sim != RecordWords.Marketo || !reading.Remove(entry.Call, out var ids) || !entry.GivesEngine(settings))
        {
            return;
        }

        foreach (var id in ids)
        {
            if (notGiven.Remove(id, out var touch))
            {
                touch.Given = ++given;
            }
        }
    }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Touch> Of(int person) => byPerson[person];

    /// <summary>When the person was first linked; null when it never was.</summary>
    public long? LinkedSince(string person) => linkedSince.TryGetValue(person, out var at) ? at : null;

    /// <summary>Whether the person was merged with another: whose activities they are is then a matter of when one looks.</summary>
    public bool WasMerged(string person) => merged.Contains(person);

    /// <summary>All owners that the row ever had.</summary>
    public IReadOnlyList<string> OwnersOf(string row) => owners.TryGetValue(row, out var all) ? all : [];

    private void Add(in CommitEntry entry)
    {
        if (!entry.TryNew("activityTypeId", out var type) || !entry.TryNew("personId", out var person) || person is not int id)
        {
            return;
        }

        var kind = type switch
        {
            FillOutForm => TouchKind.Form,
            ClickEmail => entry.TryNew("isBotActivity", out var bot) && bot is true ? TouchKind.Nothing : TouchKind.Click,
            _ => TouchKind.Nothing,
        };
        var asset = entry.TryNew("assetId", out var value) && value is int number ? number : 0;
        var touch = new Touch(entry.Id, entry.At, kind, asset);
        (byPerson.TryGetValue(id, out var touches) ? touches : byPerson[id] = []).Add(touch);
        if (kind != TouchKind.Nothing)
        {
            notGiven[entry.Id] = touch;
        }
    }

    private void Owned(string row, string? owner)
    {
        var all = owners.TryGetValue(row, out var known) ? known : owners[row] = [];
        if (owner is not null && !all.Contains(owner))
        {
            all.Add(owner);
        }
    }
}

internal enum TouchKind
{
    /// <summary>A machine's click, an opened or a sent e-mail: never a Task.</summary>
    Nothing,

    /// <summary>A person's click: the first of a mailing and day.</summary>
    Click,

    /// <summary>A form: always.</summary>
    Form,
}

/// <summary>One activity.</summary>
/// <param name="Guid">Its marketoGUID.</param>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Kind">What it is worth.</param>
/// <param name="Asset">The mailing or form.</param>
internal sealed record Touch(string Guid, long At, TouchKind Kind, int Asset)
{
    /// <summary>The place at which it was first given to the engine, from 1; behind all others when it never was.</summary>
    public long Given { get; set; } = long.MaxValue;
}
