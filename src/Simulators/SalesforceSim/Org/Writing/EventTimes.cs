using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>An event's start, end and duration, each worked out from what was sent.</summary>
internal static class EventTimes
{
    private const long MicrosPerMinute = 60 * Micros.PerSecond;

    public static void Apply(SObjectType type, object?[] values, RowInput? input)
    {
        var (activity, start) = (type.Field("ActivityDateTime"), type.Field("StartDateTime"));
        var (duration, end) = (type.Field("DurationInMinutes"), type.Field("EndDateTime"));
        var day = type.Field("ActivityDate");
        if (values[type.Field("IsAllDayEvent").Number] is true && values[activity.Number] is null && values[start.Number] is null && values[day.Number] is DateOnly date)
        {
            values[start.Number] = Micros.From(new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
            values[duration.Number] ??= Boxes.Of(24 * 60);
        }

        // The one that was sent counts; both are the same.
        var begin = (input is not null && input.Has(start) ? values[start.Number] : values[activity.Number]) ?? values[start.Number];
        if (begin is not long from)
        {
            return;
        }

        values[activity.Number] = from;
        values[start.Number] = from;
        values[day.Number] = Day(from);
        if (values[end.Number] is long until && (values[duration.Number] is null || input is not null && input.Has(end) && !input.Has(duration)))
        {
            values[duration.Number] = Boxes.Of((int)Math.Clamp((until - from) / MicrosPerMinute, 0, int.MaxValue));
        }

        if (values[duration.Number] is int minutes)
        {
            values[end.Number] = from + minutes * MicrosPerMinute;
        }

        values[type.Field("EndDate").Number] = values[end.Number] is long last ? Day(last) : null;
    }

    private static DateOnly Day(long micros) => DateOnly.FromDateTime(Micros.ToInstant(micros).UtcDateTime);
}
