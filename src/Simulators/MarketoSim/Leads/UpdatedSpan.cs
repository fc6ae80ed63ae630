using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>The parameters <c>earliestUpdatedAt</c> and <c>latestUpdatedAt</c>, both inclusive, in microseconds.</summary>
internal readonly record struct UpdatedSpan(long Earliest, long Latest)
{
    /// <summary>False when the call was refused: 704 for what is no date (unverified).</summary>
    public static bool TryRead(MarketoCall call, out UpdatedSpan span)
    {
        span = new UpdatedSpan(long.MinValue, long.MaxValue);
        foreach (var name in (string[])["earliestUpdatedAt", "latestUpdatedAt"])
        {
            if (call.Parameters[name] is not { } text)
            {
                continue;
            }

            if (!WireTime.TryParse(text, out var instant))
            {
                call.Fail(MarketoErrors.InvalidDate(text));
                return false;
            }

            // The wire shows whole seconds, so a row of the latest second belongs to it.
            var at = Micros.From(instant);
            span = name == "earliestUpdatedAt" ? span with { Earliest = at } : span with { Latest = at + Micros.PerSecond - 1 };
        }

        return true;
    }

    public bool Has(long at) => at - at % Micros.PerSecond >= Earliest && at <= Latest;
}
