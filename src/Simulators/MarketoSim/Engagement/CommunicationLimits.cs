using NodaTime;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Engagement;

/// <summary>How many e-mails one person may get: those over the limits are not sent, and leave no trace in the log. Operational e-mails are free, and count not.</summary>
/// <remarks>Source: Marketo, "Communication Limits" of the admin's screens: a day, and seven days. Which sends count to the seven days is our reading: those of the last 168 hours.</remarks>
internal static class CommunicationLimits
{
    private const long WeekMicros = 7L * 24 * 3600 * Micros.PerSecond;

    public static bool Reached(MarketoInstance instance, int personId, MarketoEmail email, long at)
    {
        var (day, week) = (instance.Options.EmailsPerDay, instance.Options.EmailsPerWeek);
        if (email.Operational || (day == MarketoSimOptions.NoLimit && week == MarketoSimOptions.NoLimit))
        {
            return false;
        }

        var log = instance.Store.Activities;
        var now = Instant.FromDateTimeOffset(Micros.ToInstant(at)).InZone(DateTimeZoneProviders.Tzdb[instance.Options.ResetZone]);
        var today = Micros.From(now.Zone.AtStartOfDay(now.Date).ToDateTimeOffset());
        var (inDay, inWeek) = (0, 0);
        for (var position = log.PositionOf(at - WeekMicros); position < log.Count; position++)
        {
            var entry = log[position];
            if (entry.Type == ActivityTypes.SendEmail && entry.PersonId == personId && instance.Assets.FindEmail(entry.PrimaryId) is not { Operational: true })
            {
                inWeek++;
                inDay += entry.At >= today ? 1 : 0;
            }
        }

        return inDay >= day || inWeek >= week;
    }
}
