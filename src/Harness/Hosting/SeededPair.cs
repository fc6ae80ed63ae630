using SfMarketo.Harness.OrgData;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Hosting;

/// <summary>Both systems filled, on a clock of their own that ends at the given instant: what the running pair is forked from and reset to.</summary>
/// <param name="Salesforce">Not served.</param>
/// <param name="Marketo">Not served.</param>
internal sealed record SeededPair(SalesforceOrg Salesforce, MarketoInstance Marketo)
{
    /// <summary>Seeds as if the month before <paramref name="now"/> had been lived through, so that records and activities have the dates of a month.</summary>
    public static SeededPair Create(PairSettings settings, DateTimeOffset now)
    {
        var draws = new Draws(settings.Seed);
        var clock = new SeedClock(now - OrgContent.History);
        var pair = new SeededPair(
            new SalesforceOrg(PairOptions.Salesforce(settings), clock, draws.Fork("salesforce")),
            new MarketoInstance(PairOptions.Marketo(settings), clock, draws.Fork("marketo")));
        settings.Content.Fill(pair.Marketo, pair.Salesforce, draws, clock, now);

        // What was there before the listener is no news to it.
        pair.Salesforce.ForgetOutboundMessages();
        return pair;
    }
}
