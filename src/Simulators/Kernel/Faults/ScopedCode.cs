namespace SfMarketo.Kernel.Faults;

/// <summary>A code that the vendor answers at some resources only.</summary>
/// <param name="Code">The code.</param>
/// <param name="Paths">Those resources, with <c>*</c> for any text.</param>
public sealed record ScopedCode(string Code, IReadOnlyList<string> Paths)
{
    /// <summary>Whether all that the pattern matches lies within; a pattern's own star counts as text that a star here covers.</summary>
    public bool Covers(string? pattern) => pattern is not null && Paths.Any(path => PathPattern.Matches(path, pattern));
}
