using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary>Until when activities are kept: 90 days for the types that come in masses, 25 months for the others. Rows are not taken away; the feeds pass over them.</summary>
/// <remarks>Source: Marketo, activity retention policy (shared/reference/marketo.md section 6.7).</remarks>
internal readonly struct Retention
{
    private const long ShortDays = 90;
    private const int Months = 25;

    private readonly long shortSince;
    private readonly long longSince;

    /// <param name="now">Microseconds since 1970 UTC.</param>
    public Retention(long now)
    {
        shortSince = now - ShortDays * 24 * 3600 * Micros.PerSecond;
        longSince = Micros.From(Micros.ToInstant(now).AddMonths(-Months));
    }

    /// <summary>Rows of this type before this instant are gone.</summary>
    public long Since(int type) => IsShort(type) ? shortSince : longSince;

    private static bool IsShort(int type) => type
        is ActivityTypes.AddToList or ActivityTypes.ChangeScore or ActivityTypes.ChangeDataValue or ActivityTypes.VisitWebpage or ActivityTypes.ClickLink
        or ActivityTypes.SyncLeadToSfdc or ActivityTypes.SyncLeadToMicrosoft or ActivityTypes.SyncLeadUpdates or ActivityTypes.UpdateOpportunity
        or ActivityTypes.RequestCampaign or ActivityTypes.SendEmail or ActivityTypes.EmailDelivered;
}
