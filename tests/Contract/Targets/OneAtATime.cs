namespace SfMarketo.Tests.Contract.Targets;

/// <summary>Tests against one shared system run one after the other: each expects what it made itself and no more.</summary>
internal static class OneAtATime
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <returns>Ends the turn when disposed.</returns>
    public static async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        return new Exit();
    }

    private sealed class Exit : IDisposable
    {
        private bool done;

        public void Dispose()
        {
            if (!done)
            {
                done = true;
                Turn.Release();
            }
        }
    }
}
