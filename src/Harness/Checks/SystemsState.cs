namespace SfMarketo.Harness.Checks;

/// <summary>What both systems hold at one instant, read beside their APIs.</summary>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="People">Marketo people, dead ones too.</param>
/// <param name="Leads">Salesforce Leads, deleted ones too.</param>
/// <param name="Contacts">Salesforce Contacts, deleted ones too.</param>
public sealed record SystemsState(long At, IReadOnlyList<StateRecord> People, IReadOnlyList<StateRecord> Leads, IReadOnlyList<StateRecord> Contacts)
{
    /// <summary>Salesforce Accounts, deleted ones too.</summary>
    public IReadOnlyList<StateRecord> Accounts { get; init; } = [];

    /// <summary>Salesforce Opportunities, deleted ones too.</summary>
    public IReadOnlyList<StateRecord> Opportunities { get; init; } = [];

    /// <summary>Salesforce OpportunityContactRoles, deleted ones too.</summary>
    public IReadOnlyList<StateRecord> ContactRoles { get; init; } = [];

    /// <summary>Salesforce Tasks, deleted ones too.</summary>
    public IReadOnlyList<StateRecord> Tasks { get; init; } = [];

    /// <summary>Salesforce Users.</summary>
    public IReadOnlyList<StateRecord> Users { get; init; } = [];

    /// <summary>Marketo companies, deleted ones too.</summary>
    public IReadOnlyList<StateRecord> Companies { get; init; } = [];

    /// <summary>Marketo static lists.</summary>
    public IReadOnlyList<StateGroup> Lists { get; init; } = [];

    /// <summary>Marketo programs.</summary>
    public IReadOnlyList<StateGroup> Programs { get; init; } = [];

    /// <summary>What the stopped engine's state file held; null when no file was handed over, as at the start.</summary>
    public EngineState? Engine { get; init; }

    public static SystemsState Empty(long at) => new(at, [], [], []);
}

/// <summary>A static list or a program, and who is in it.</summary>
/// <param name="Id">As commits write it.</param>
/// <param name="Name">By which the engine's settings know it.</param>
/// <param name="Members">Person id to progression status; null for a list's.</param>
public sealed record StateGroup(string Id, string Name, IReadOnlyDictionary<string, string?> Members);

/// <summary>A record in its present version.</summary>
/// <param name="id">As the API writes it.</param>
/// <param name="live">Neither deleted nor merged away.</param>
/// <param name="get">Value by the API's field name: null, string, bool or a number.</param>
public sealed class StateRecord(string id, bool live, Func<string, object?> get)
{
    public string Id { get; } = id;

    public bool Live { get; } = live;

    /// <summary>Names of the fields that it may have a value in; empty where nobody needs to list them.</summary>
    public IReadOnlyCollection<string> Fields { get; init; } = [];

    public object? this[string field] => get(field);

    /// <summary>The value when it is text, else null.</summary>
    public string? Text(string field) => get(field) as string;
}
