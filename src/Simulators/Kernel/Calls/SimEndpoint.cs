namespace SfMarketo.Kernel.Calls;

/// <summary>What answers a simulator's calls at a route, in the route's metadata. The simulator calls it itself, under its lock: no feature and no middleware stands between them.</summary>
public sealed class SimEndpoint(Action<SimCall> answer)
{
    public Action<SimCall> Answer { get; } = answer;
}
