namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>One step of a campaign's flow.</summary>
public abstract record FlowStep
{
    private FlowStep()
    {
    }

    /// <summary>Sets a field by its REST name; writes activity 13.</summary>
    public sealed record ChangeDataValue(string Field, object? Value) : FlowStep;

    /// <summary>Adds to leadScore; writes activity 22.</summary>
    public sealed record ChangeScore(int Change) : FlowStep;

    /// <summary>Makes the person a member of a program, or moves it forward; writes activity 104.</summary>
    public sealed record ChangeProgramStatus(int ProgramId, string Status) : FlowStep;

    /// <summary>Adds to a static list; writes activity 24.</summary>
    public sealed record AddToList(int ListId, string ListName) : FlowStep;
}
