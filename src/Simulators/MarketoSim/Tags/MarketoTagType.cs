namespace SfMarketo.MarketoSim.Tags;

/// <summary>A tag that programs may carry.</summary>
/// <param name="Name">The tag type.</param>
/// <param name="Values">The values that it takes; none listed means any.</param>
public sealed record MarketoTagType(string Name, IReadOnlyList<string> Values)
{
    /// <summary>The program types that it is for, by their words on the wire (<c>program</c>, <c>event</c>, <c>webinar</c>, <c>nurture</c>, <c>email</c>).</summary>
    public IReadOnlyList<string> ProgramTypes { get; init; } = ["program", "event", "webinar", "nurture", "email"];

    /// <summary>A program of these types cannot be made without it.</summary>
    public bool Required { get; init; }
}
