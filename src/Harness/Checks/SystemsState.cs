namespace SfMarketo.Harness.Checks;

/// <summary>What both systems hold at one instant, read beside their APIs.</summary>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="People">Marketo people, dead ones too.</param>
/// <param name="Leads">Salesforce Leads, deleted ones too.</param>
/// <param name="Contacts">Salesforce Contacts, deleted ones too.</param>
public sealed record SystemsState(long At, IReadOnlyList<StateRecord> People, IReadOnlyList<StateRecord> Leads, IReadOnlyList<StateRecord> Contacts)
{
    public static SystemsState Empty(long at) => new(at, [], [], []);
}

/// <summary>A record in its present version.</summary>
/// <param name="id">As the API writes it.</param>
/// <param name="live">Neither deleted nor merged away.</param>
/// <param name="get">Value by the API's field name: null, string, bool or a number.</param>
public sealed class StateRecord(string id, bool live, Func<string, object?> get)
{
    public string Id { get; } = id;

    public bool Live { get; } = live;

    public object? this[string field] => get(field);

    /// <summary>The value when it is text, else null.</summary>
    public string? Text(string field) => get(field) as string;
}
