namespace SfMarketo.MarketoSim.Programs;

/// <summary>A person's membership of a program, at one version.</summary>
/// <param name="MemberId">Id of the membership.</param>
/// <param name="ProgramId">The program.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Status">Name of the status.</param>
/// <param name="ReachedSuccess">Has been in a success status.</param>
/// <param name="Since">Membership date, microseconds since 1970 UTC.</param>
/// <param name="UpdatedAt">Microseconds since 1970 UTC.</param>
/// <param name="Version">Number of the commit that last changed it.</param>
public sealed record ProgramMember(int MemberId, int ProgramId, int PersonId, string Status, bool ReachedSuccess, long Since, long UpdatedAt, long Version)
{
    /// <summary>The member's own fields by number of <see cref="MemberSchema"/>; empty as long as none was set.</summary>
    internal object?[] Values { get; init; } = [];

    /// <summary>The person came to be known by this program.</summary>
    public bool AcquiredBy { get; init; }

    /// <summary>When the first success status was reached, microseconds since 1970 UTC; 0 for not yet.</summary>
    public long SuccessAt { get; init; }

    /// <summary>Place in an engagement program; null in others.</summary>
    public NurtureState? Nurture { get; init; }

    public bool IsExhausted => Nurture?.IsExhausted == true;
}
