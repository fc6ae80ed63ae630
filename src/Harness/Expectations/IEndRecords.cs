using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations;

/// <summary>Both systems' live records at one moment, for whoever may look behind the APIs: expectations and the scenario's people.</summary>
public interface IEndRecords
{
    /// <summary>Live rows in the order in which they were made.</summary>
    IReadOnlyList<EndRecord> Rows(ScenarioObject of);

    /// <summary>The live row of this <see cref="EndRecord.Key"/>; null when there is none.</summary>
    EndRecord? Find(ScenarioObject of, string key);
}
