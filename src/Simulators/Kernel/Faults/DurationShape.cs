namespace SfMarketo.Kernel.Faults;

/// <summary>How a <see cref="DrawnDuration"/> is spread.</summary>
public enum DurationShape
{
    /// <summary>Always the same.</summary>
    Constant,

    /// <summary>Log-normal by median and 99th percentile.</summary>
    LogNormal,

    /// <summary>Each duration between two bounds as likely as any other.</summary>
    Uniform,

    /// <summary>Exponential by its mean.</summary>
    Exponential,
}
