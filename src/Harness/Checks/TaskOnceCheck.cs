using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A7: the engine makes at most one Task for a marketoGUID, ever: one that somebody deleted does not come back.</summary>
internal sealed class TaskOnceCheck(CheckSettings settings) : Check("A7", "At most one Task for an activity")
{
    private readonly Dictionary<string, string> tasks = new(StringComparer.Ordinal);

    private bool any;

    /// <summary>The engine made a Task: one without a key would be looked at by nobody.</summary>
    protected override bool Applies => any;

    public override void Start(SystemsState state)
    {
        foreach (var task in state.Tasks)
        {
            if (task.Text(RecordWords.TaskKey) is { Length: > 0 } guid)
            {
                tasks[guid] = task.Id;
            }
        }
    }

    public override void OnCommit(in CommitEntry entry)
    {
        any |= entry.Object == RecordWords.Task && entry.Op == "create" && entry.IsEngine(settings);
        if (entry.Object != RecordWords.Task || !entry.TryNew(RecordWords.TaskKey, out var value) || value is not string { Length: > 0 } guid)
        {
            return;
        }

        var engine = entry.IsEngine(settings);
        Examined += engine ? 1 : 0;
        if (engine && tasks.TryGetValue(guid, out var other) && other != entry.Id)
        {
            Violate($"A second Task for activity {guid}, which has {other}", entry.At, entry.Named(), entry.Call);
        }

        tasks[guid] = entry.Id;
    }
}
