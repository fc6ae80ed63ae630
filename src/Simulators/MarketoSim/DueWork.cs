using SfMarketo.MarketoSim.BulkExtract;
using SfMarketo.MarketoSim.BulkImport;

namespace SfMarketo.MarketoSim;

/// <summary>All that happens by the clock alone: campaigns, what becomes of e-mails, imports, extracts. It is done when somebody comes, each piece as of the instant at which it was due, and in that order.</summary>
internal sealed class DueWork(MarketoInstance instance)
{
    private readonly ImportRunner imports = new(instance);
    private readonly ExportRunner exports = new(instance);

    /// <summary>The next instant, microseconds; null when nothing is to come.</summary>
    public long? NextAt => Earliest(Earliest(instance.Campaigns.NextAt, instance.Store.Mailings.NextAt), Earliest(instance.Store.Imports.NextAt, instance.Store.Exports.NextAt));

    /// <summary>Does what was due up to now. Under the instance's gate.</summary>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    public void Run(long now)
    {
        while (NextAt is { } at && at <= now)
        {
            // Of what is due at one instant, campaigns come first and extracts last: they see what the others did.
            if (instance.Campaigns.NextAt == at)
            {
                instance.Campaigns.RunDue(at);
            }
            else if (instance.Store.Mailings.NextAt == at)
            {
                instance.Mailing.RunNext();
                instance.Campaigns.Settle();
            }
            else if (!imports.RunNext(at))
            {
                exports.RunNext(at);
            }
        }
    }

    private static long? Earliest(long? one, long? other) => one < other || other is null ? one : other;
}
