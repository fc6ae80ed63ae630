namespace SfMarketo.MarketoSim.Programs;

/// <summary>What became of a member's status.</summary>
internal enum MemberOutcome
{
    Created,
    Updated,

    /// <summary>The member is at the step or past it.</summary>
    NotForward,
}
