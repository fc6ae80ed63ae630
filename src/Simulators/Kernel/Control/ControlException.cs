namespace SfMarketo.Kernel.Control;

/// <summary>A control call that cannot be done: what is wrong, where, and what to do.</summary>
/// <param name="what">What is wrong, with the word it is about.</param>
/// <param name="where">The member of the body or the query, such as <c>match.nth</c>; empty for the whole call.</param>
/// <param name="help">What to write instead, or what is allowed.</param>
/// <param name="status">400 for a wrong request, 403, 404, 405, 409 when the state does not allow it.</param>
public sealed class ControlException(string what, string where, string help, int status = 400) : Exception(what)
{
    public string Where { get; } = where;

    public string Help { get; } = help;

    public int Status { get; } = status;
}
