using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Control;

/// <summary>The data of an instance that was made from another one: a reset brings back what it was made from.</summary>
internal sealed class InstanceData(SimControl control, Action<Simulator, int, int, string>? addTo) : IOrgData
{
    private readonly object origin = control.TakeSnapshot();

    public ulong Seed { get; } = control.Simulator.Draws.Seed;

    public void Check(string? data, ulong? seed, DateTimeOffset? clock)
    {
        if (data is not null || seed is not null)
        {
            throw Refusal(data is null ? "seed" : "data", "this instance was made from another one and is reset to that");
        }

        if (clock < control.Simulator.Time.GetUtcNow())
        {
            throw Refusal("clock", "the records of this instance are of the present, and its clock cannot go back");
        }
    }

    public void Reset(string? data, ulong? seed, DateTimeOffset now) => control.Restore(origin);

    public void Add(int people, int companies, string locale)
    {
        if (addTo is null)
        {
            throw Refusal("", "people who are linked in both systems are added to the first instances only");
        }

        addTo(control.Simulator, people, companies, locale);
    }

    private static ControlException Refusal(string where, string what) =>
        new(what, where, "fill the first instance and make another one from it with POST /__sim/instances", StatusCodes.Status409Conflict);
}
