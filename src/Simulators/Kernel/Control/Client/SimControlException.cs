namespace SfMarketo.Kernel.Control.Client;

/// <summary>A simulator's control API refused a call: what is wrong, where, and what to do.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="what">What is wrong.</param>
/// <param name="where">The member of the body or the query; empty for the whole call.</param>
/// <param name="help">What to write instead, or what is allowed.</param>
public sealed class SimControlException(int status, string what, string where, string help) : Exception(where.Length > 0 ? $"{where}: {what}; {help}" : $"{what}; {help}")
{
    public int Status { get; } = status;

    public string What { get; } = what;

    public string Where { get; } = where;

    public string Help { get; } = help;
}
