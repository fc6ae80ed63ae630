namespace SfMarketo.Cli.Runs;

/// <summary>What the process says when runs could not be brought to their end.</summary>
internal static class RunEnding
{
    /// <returns>What <paramref name="play"/> returned, or the code of what went wrong.</returns>
    public static async Task<int> OfAsync(Func<Task<int>> play, CancellationToken cancellationToken)
    {
        try
        {
            return await play();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (TimeoutException late)
        {
            await Console.Error.WriteLineAsync(late.Message);
            return ExitCode.TimedOut;
        }
        catch (Exception failure)
        {
            // The one catch-all: whatever a run could not turn into a result ends the process with a sentence and where it came from.
            await Console.Error.WriteLineAsync($"Could not run: {failure.Message}");
            await Console.Error.WriteLineAsync(failure.ToString());
            return ExitCode.CouldNotStart;
        }
    }
}
