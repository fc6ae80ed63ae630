namespace SfMarketo.Sync.State;

/// <summary>What a commit survives.</summary>
public enum Durability
{
    /// <summary>Power loss: <c>synchronous=FULL</c>, the production setting, about 1 ms a commit.</summary>
    Full,

    /// <summary>A killed process: <c>synchronous=NORMAL</c>, for runs in virtual time, about 0.1 ms a commit. The same code otherwise.</summary>
    Normal,
}
