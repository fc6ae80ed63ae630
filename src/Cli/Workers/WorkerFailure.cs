namespace SfMarketo.Cli.Workers;

/// <summary>Why a run could not be played.</summary>
/// <param name="Code">The exit code that says so.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Detail">Where it came from, or the worker's last words; may be empty.</param>
internal sealed record WorkerFailure(int Code, string Message, string Detail);
