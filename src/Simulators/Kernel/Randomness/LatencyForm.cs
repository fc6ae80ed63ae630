namespace SfMarketo.Kernel.Randomness;

/// <summary>The shape of a <see cref="LatencyDistribution"/>.</summary>
public enum LatencyForm
{
    /// <summary>Log-normal by median and 99th percentile; constant when they are one.</summary>
    LogNormal,

    /// <summary>Each duration between two is as likely as the other.</summary>
    Uniform,

    /// <summary>Exponential by its mean: many short ones, now and then a long one.</summary>
    Exponential,
}
