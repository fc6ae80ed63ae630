namespace SfMarketo.Tests.Load.Injection;

/// <summary>Runs a load. The seam at which NBomber can take the place of <see cref="OpenModelRunner"/>: plan and answers are its words.</summary>
internal interface ILoadRunner
{
    /// <summary>Runs the plan's shape to its end and waits for the last copy.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="cancellationToken">Starts no further copies; those that run are waited for.</param>
    Task<LoadReport> RunAsync(LoadPlan plan, CancellationToken cancellationToken);
}
