namespace SfMarketo.Kernel.Calls;

/// <summary>Words of the journal for what a network did to a call.</summary>
public static class NetworkFates
{
    /// <summary>The answer does not reach the sender.</summary>
    public const string Lost = "network.lost";

    /// <summary>The request arrives twice; this is the one whose answer the sender gets.</summary>
    public const string Repeated = "network.repeated";

    /// <summary>The second arrival of one request: nobody asked for it.</summary>
    public const string Duplicated = "network.duplicated";

    private const string SecondArrival = " (again)";

    /// <summary>The second arrival of a request that a fault rule delivers twice: it was sent once, and this answer is the one that leaves.</summary>
    public static string Again(string rule) => rule + SecondArrival;

    /// <summary>Whether a journal line's fault says that a rule delivered the request for the second time.</summary>
    public static bool IsAgain(string? fault) => fault?.EndsWith(SecondArrival, StringComparison.Ordinal) == true;
}
