using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>Times one flow from the commits of both systems.</summary>
internal interface IFlowLag
{
    /// <summary>The next commit of either system; the links know of it already.</summary>
    /// <param name="entry">The commit.</param>
    /// <param name="isEngine">The engine made it.</param>
    void Add(in CommitEntry entry, bool isEngine);
}
