using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>The live rows of one object, kept up to date from the commits alone: only rows that were written to are read again.</summary>
internal sealed class TrackedRows
{
    private readonly IEndRecords records;
    private readonly string sim;
    private readonly string commitObject;
    private readonly bool belongsToPeople;
    private readonly Dictionary<string, EndRecord> live = [];
    private readonly List<string> dirty = [];
    private readonly HashSet<string> known = [];
    private readonly List<RowChange> changes = [];
    private int requests;
    private bool all;

    public TrackedRows(IEndRecords records, ScenarioObject of)
    {
        this.records = records;
        Of = of;
        sim = of.System;
        commitObject = NameInCommits(of);
        belongsToPeople = of == ScenarioObject.ListMember || of == ScenarioObject.ProgramMember;
        foreach (var row in records.Rows(of))
        {
            live[row.Key] = row;
        }

        requests = live.Count;
    }

    public ScenarioObject Of { get; }

    /// <summary>By <see cref="EndRecord.Key"/>.</summary>
    public IReadOnlyDictionary<string, EndRecord> Live => live;

    /// <summary>What the last <see cref="Refresh"/> found, in the order of the commits.</summary>
    public IReadOnlyList<RowChange> Changes => changes;

    /// <summary>Whether the commit may have changed a row here. The row itself is not read: it may not be published yet.</summary>
    public bool Mark(in CommitEntry entry)
    {
        if (entry.Sim != sim)
        {
            return false;
        }

        if (entry.Object == commitObject)
        {
            if (known.Add(entry.Id))
            {
                dirty.Add(entry.Id);
            }

            return true;
        }

        // A person that ends takes its memberships along, and a merge moves them: neither has commits of its own.
        if (belongsToPeople && entry.Object == "Person" && entry.Op is not ("create" or "update"))
        {
            all = true;
            return true;
        }

        return false;
    }

    /// <summary>Reads the marked rows.</summary>
    public void Refresh()
    {
        changes.Clear();
        if (Of == ScenarioObject.CampaignRequest)
        {
            // Requests are only ever added, and their commits do not number them.
            while (dirty.Count > 0 && records.Find(Of, (requests + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } request)
            {
                requests++;
                Take(request.Key, request);
            }
        }
        else if (all)
        {
            foreach (var key in live.Keys.Concat(records.Rows(Of).Select(row => row.Key)).Concat(dirty).Distinct().Order(StringComparer.Ordinal).ToList())
            {
                Take(key, records.Find(Of, key));
            }
        }
        else
        {
            foreach (var key in dirty)
            {
                Take(key, records.Find(Of, key));
            }
        }

        all = false;
        dirty.Clear();
        known.Clear();
    }

    private static string NameInCommits(ScenarioObject of) => of.Name switch
    {
        "person" => "Person",
        "company" => "Company",
        "list member" => "ListMember",
        "program member" => "ProgramMember",
        "campaign request" => "CampaignRequest",
        var same => same,
    };

    private void Take(string key, EndRecord? after)
    {
        if (after is not null)
        {
            live[key] = after;
        }
        else if (!live.Remove(key))
        {
            return;
        }

        changes.Add(new RowChange(key, after));
    }
}
