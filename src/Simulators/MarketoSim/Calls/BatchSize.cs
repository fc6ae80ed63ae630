using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>How many records or filter values a call takes: 1 to 300, or what the limits were set to. The codes of more and of none are unverified (sw:batch.over300, sw:batch.empty).</summary>
/// <remarks>Source of the 300: shared/reference/marketo.md section 4.</remarks>
internal static class BatchSize
{
    /// <summary>Why the call is refused; null when the count fits.</summary>
    /// <param name="call">The call.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="name">What they are called: <c>input</c>, <c>filterValues</c>.</param>
    public static MarketoError? Check(MarketoCall call, int count, string name = "input")
    {
        if (name == "input")
        {
            // Noted for a call that is refused too.
            call.Sim.Records = count;
        }

        var max = call.Instance.Options.BatchRecords;
        if (count > max)
        {
            return call.Instance.Options.Switches.BatchOver300 == BatchOver.InvalidValue
                ? MarketoErrors.InvalidValue(count.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{name} of at most {max}")
                : MarketoErrors.InvalidData($"The number of {(name == "input" ? "records" : name)} {count} is over {max}");
        }

        return count == 0 && (name != "input" || call.Instance.Options.Switches.BatchEmpty == EmptyBatch.Missing) ? MarketoErrors.MissingParameter(name) : null;
    }
}
