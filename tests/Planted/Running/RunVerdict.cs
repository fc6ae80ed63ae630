namespace SfMarketo.Tests.Planted.Running;

/// <summary>How a run ended.</summary>
internal enum RunEnd
{
    /// <summary>Exit code 0: nobody had anything to say.</summary>
    Passed,

    /// <summary>Somebody who judges named what is wrong.</summary>
    Judged,

    /// <summary>The run did not end in its time.</summary>
    TimedOut,

    /// <summary>The engine or the process fell over, or no judge can be named.</summary>
    Crashed,
}

/// <summary>What a run of a scenario said.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="End">How it ended.</param>
/// <param name="Says">The judges that failed, such as <c>A1, reached marketo.606</c>; or why it crashed.</param>
internal sealed record RunVerdict(string Scenario, RunEnd End, string Says);
