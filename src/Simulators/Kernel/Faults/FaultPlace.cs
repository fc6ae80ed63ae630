namespace SfMarketo.Kernel.Faults;

/// <summary>Where on a call's way an effect acts; it decides which effects go together.</summary>
public enum FaultPlace
{
    /// <summary>Goes with no other: the call ends on arrival, or the effect is none of a call.</summary>
    Alone,

    /// <summary>Takes time; goes with all that are executed.</summary>
    Time,

    /// <summary>Decides the answer of the whole call; one of them.</summary>
    Answer,

    /// <summary>Changes what the call does; only of a call that is executed.</summary>
    Work,

    /// <summary>How the answer travels; one of them.</summary>
    Sending,
}
