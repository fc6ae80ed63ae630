using SfMarketo.Kernel.Control;
using SfMarketo.MarketoSim.Campaigns;

namespace SfMarketo.MarketoSim.Control;

/// <summary>Reads the recurrence of a batch campaign, in the words of the asset API.</summary>
internal static class RecurrenceReader
{
    private const string Days = "write Monday, Tuesday, Wednesday, Thursday, Friday, Saturday or Sunday";

    public static CampaignRecurrence Read(ControlInput input)
    {
        var start = input.Instant("startAt") ?? throw input.Missing("startAt", "write the instant of the first run");
        var type = input.Word("intervalType", "Daily", "Weekly", "Monthly") ?? throw input.Missing("intervalType", "write Daily, Weekly or Monthly");
        var recurrence = new CampaignRecurrence(start, type)
        {
            EndAt = input.Instant("endAt"),
            Interval = input.Whole("interval", 1, 1000) ?? 1,
            WeekdayOnly = input.Flag("weekdayOnly") ?? false,
            Weekdays = [.. input.Texts("weekdayMask").Select(day => Day(input, "weekdayMask", day))],
            DayOfMonth = input.Whole("dayOfMonth", 1, 31),
            DayOfWeek = input.Text("dayOfWeek") is { } name ? Day(input, "dayOfWeek", name) : null,
            WeekOfMonth = input.Whole("weekOfMonth", 1, 4),
        };
        if (recurrence.DayOfWeek is null != recurrence.WeekOfMonth is null)
        {
            throw input.Wrong("dayOfWeek", "goes with weekOfMonth only", "write both, or dayOfMonth");
        }

        input.End();
        return recurrence;
    }

    private static DayOfWeek Day(ControlInput input, string member, string name) =>
        Enum.TryParse<DayOfWeek>(name, out var day) && !char.IsAsciiDigit(name[0]) ? day : throw input.Wrong(member, $"has no day '{name}'", Days);
}
