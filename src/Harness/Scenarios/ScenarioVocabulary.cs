namespace SfMarketo.Harness.Scenarios;

/// <summary>The words that a scenario may use beside its keys: objects with their fields, figures of a run, ids of checks.</summary>
public sealed class ScenarioVocabulary
{
    private readonly IReadOnlyList<ScenarioObjectFields> objects;

    public ScenarioVocabulary(IReadOnlyList<ScenarioObjectFields> objects, IReadOnlyList<string> metrics, IReadOnlyList<string> invariants)
    {
        this.objects = objects;
        Metrics = metrics;
        Invariants = invariants;
        ObjectWords = [.. objects.Select(one => one.Object.Words)];
    }

    public IReadOnlyList<string> ObjectWords { get; }

    /// <summary>What <c>reached</c> may name.</summary>
    public IReadOnlyList<string> Metrics { get; }

    /// <summary>What <c>invariants: {skip: [...]}</c> may name.</summary>
    public IReadOnlyList<string> Invariants { get; }

    /// <summary>What <c>invariants: {relations: [...]}</c> may name.</summary>
    public IReadOnlyList<string> Relations { get; init; } = [];

    public ScenarioObjectFields? Find(string words) => objects.FirstOrDefault(one => one.Object.Words == words);

    public IReadOnlyList<string> FieldsOf(ScenarioObject one) => Find(one.Words)?.Fields ?? [];

    /// <summary>Field names are compared with case: what reads the run's end compares them so too.</summary>
    public bool HasField(ScenarioObject one, string field) => FieldsOf(one).Contains(field);
}
