using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Hosting;

/// <summary>Fills a running pair anew, or adds to it, for the control API.</summary>
/// <remarks>A reset is made on a clock of its own and handed over when it is whole: calls meanwhile see the old records, and the running clock is not touched.</remarks>
internal sealed class PairData(PairSettings settings, MarketoInstance marketo, SalesforceOrg salesforce) : IOrgData
{
    // Far above the numbers that seeding gives, so that e-mails stay unique however often people are added.
    private int nextNumber = 1_000_000;

    public ulong Seed { get; private set; } = settings.Seed;

    public void Reset(string? data, ulong? seed, DateTimeOffset now)
    {
        var content = data switch
        {
            "demo" => OrgContent.Demo,
            "empty" => OrgContent.Empty,
            _ => settings.Content,
        };
        var seeded = SeededPair.Create(settings with { Content = content, Seed = seed ?? Seed }, now);
        lock (salesforce.Gate)
        {
            lock (marketo.Gate)
            {
                salesforce.Reset(seeded.Salesforce);
                marketo.Reset(seeded.Marketo);
                salesforce.Recorder.ContinueAfter(seeded.Salesforce.Recorder);
                marketo.Recorder.ContinueAfter(seeded.Marketo.Recorder);
                Seed = seed ?? Seed;
            }
        }
    }

    public void Add(int people, int companies, string locale)
    {
        Check(locale);
        Fill(new OrgShape { People = people, Accounts = companies, MarketoOnly = 0, Locale = locale }, marketo, salesforce);
    }

    /// <summary>Adds to one instance that was made from another: what the other system would have of them is made in a copy that is thrown away, so that nobody is linked.</summary>
    public void AddTo(Simulator instance, int people, int companies, string locale)
    {
        Check(locale);
        var shape = new OrgShape { Accounts = companies, Locale = locale, Linked = 0 };
        if (instance is MarketoInstance one)
        {
            Fill(shape with { People = 0, MarketoOnly = people }, one, salesforce.Fork(one.Time));
        }
        else
        {
            var org = (SalesforceOrg)instance;
            Fill(shape with { People = people, MarketoOnly = 0 }, marketo.Fork(org.Time), org);
        }
    }

    private static void Check(string locale)
    {
        if (!Bogus.Database.GetAllLocales().Contains(locale))
        {
            throw new ArgumentException($"Bogus has no locale '{locale}'. There are: {string.Join(", ", Bogus.Database.GetAllLocales().Order(StringComparer.Ordinal))}.", nameof(locale));
        }
    }

    private void Fill(OrgShape shape, MarketoInstance into, SalesforceOrg beside)
    {
        // Contacts need accounts; when none is asked for, all are Leads.
        lock (beside.Gate)
        {
            lock (into.Gate)
            {
                OrgSeeder.Seed(shape, into, beside, new Draws(Seed).Fork($"added {nextNumber}"), new SeedOptions { Owners = OrgContent.Owners(beside), Companies = true, FirstNumber = nextNumber });
                nextNumber += shape.People + shape.MarketoOnly;
            }
        }
    }
}
