namespace SfMarketo.Harness.VirtualTime;

/// <summary>The one setting of a process that virtual time needs: a thread pool with a single worker.</summary>
/// <remarks>Per process and for good: a process that runs virtual time serves no sockets. Test projects set it in their runtime configuration.</remarks>
public static class VirtualProcess
{
    /// <summary>Reduces the pool to one worker. First thing in the process.</summary>
    /// <exception cref="InvalidOperationException">The runtime refused.</exception>
    public static void Enter()
    {
        if (!ThreadPool.SetMinThreads(1, 1) || !ThreadPool.SetMaxThreads(1, 1))
        {
            throw new InvalidOperationException("The runtime did not accept a thread pool of one worker; virtual time would not be deterministic, so nothing is run.");
        }
    }

    internal static void Require()
    {
        ThreadPool.GetMaxThreads(out var workers, out _);
        if (workers != 1)
        {
            throw new InvalidOperationException(
                $"Virtual time needs a thread pool of one worker and this process has {workers}. Call {nameof(VirtualProcess)}.{nameof(Enter)}() first, or set System.Threading.ThreadPool.MinThreads and MaxThreads to 1 in the test project.");
        }
    }
}
