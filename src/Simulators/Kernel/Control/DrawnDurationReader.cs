using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Control;

/// <summary>Reads a duration that may be drawn: <c>"2s"</c>, <c>{"p50": "1s", "p99": "9s"}</c>, <c>{"constant": "2s"}</c>, <c>{"uniform": {"from": "0s", "to": "9m"}}</c>, <c>{"exponential": {"mean": "1m"}}</c>.</summary>
internal static class DrawnDurationReader
{
    private const string Help = """write "2s", {"p50": "1s", "p99": "9s"}, {"uniform": {"from": "1s", "to": "9s"}} or {"exponential": {"mean": "3s"}}""";

    /// <returns>Null when the member is not there.</returns>
    public static DrawnDuration? Read(ControlInput input, string name)
    {
        if (!input.IsObject(name))
        {
            return input.Duration(name) is { } constant ? DrawnDuration.Constant(constant) : null;
        }

        var inner = input.Inner(name)!;
        DrawnDuration?[] forms = [Constant(inner), LogNormal(inner), Uniform(inner), Exponential(inner)];
        inner.End();
        var found = forms.OfType<DrawnDuration>().ToList();
        return found.Count == 1 ? found[0] : throw input.Wrong(name, found.Count == 0 ? "says no duration" : "says two durations", Help);
    }

    private static DrawnDuration? Constant(ControlInput input) => input.Duration("constant") is { } constant ? DrawnDuration.Constant(constant) : null;

    private static DrawnDuration? LogNormal(ControlInput input)
    {
        var (median, high) = (input.Duration("p50"), input.Duration("p99"));
        if (median is null && high is null)
        {
            return null;
        }

        var half = median ?? throw input.Missing("p50", "half of the draws are at most so long");
        var most = high ?? throw input.Missing("p99", "99 of 100 draws are at most so long");
        return most >= half ? new DrawnDuration(DurationShape.LogNormal, half, most) : throw input.Wrong("p99", "is below p50", "99 of 100 draws are at most p99, half of them at most p50");
    }

    private static DrawnDuration? Uniform(ControlInput input)
    {
        if (input.Inner("uniform") is not { } bounds)
        {
            return null;
        }

        var from = bounds.Duration("from") ?? throw bounds.Missing("from", "no draw is shorter");
        var to = bounds.Duration("to") ?? throw bounds.Missing("to", "no draw is longer");
        bounds.End();
        return to >= from ? new DrawnDuration(DurationShape.Uniform, from, to) : throw bounds.Wrong("to", "is below from", "write the longer one as to");
    }

    private static DrawnDuration? Exponential(ControlInput input)
    {
        if (input.Inner("exponential") is not { } inner)
        {
            return null;
        }

        var mean = inner.Duration("mean") ?? throw inner.Missing("mean", "the mean of the draws");
        inner.End();
        return new DrawnDuration(DurationShape.Exponential, mean);
    }
}
