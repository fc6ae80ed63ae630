using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A4: no body over 1 MB, no URI over 8 KB, no batch over 300 (Marketo; 100 asked into a campaign) or 200 (Salesforce) records, no record twice in a batch.</summary>
internal sealed class SizeCheck(CheckSettings settings) : Check("A4", "Bodies, URIs and batches stay within the vendors' sizes")
{
    private const int LargestBody = 1_048_576;
    private const int LongestUri = 8_192;
    private const int MarketoBatch = 300;
    private const int CampaignBatch = 100;
    private const int SalesforceBatch = 200;

    private readonly Dictionary<(string Sim, long Call), HashSet<string>> written = [];

    public override void OnCommit(in CommitEntry entry)
    {
        // Only what the client itself wrote: a rule may touch a row again in the same call.
        if (entry.Call == 0 || !entry.IsEngine(settings) || !(entry.IsPerson() || entry.IsSalesforcePerson()))
        {
            return;
        }

        if (!written.TryGetValue((entry.Sim, entry.Call), out var ids))
        {
            written.Add((entry.Sim, entry.Call), ids = []);
        }

        if (!ids.Add(entry.Id))
        {
            Violate("Written twice by one call", entry.At, entry.Named(), entry.Call);
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        written.Remove((entry.Sim, entry.Call));
        if (!entry.IsEngine(settings))
        {
            return;
        }

        Examined++;
        var bulkFile = entry.Path.StartsWith("/bulk/", StringComparison.Ordinal) || entry.Path.Contains("/jobs/", StringComparison.Ordinal);
        if (!bulkFile && entry.BytesIn > LargestBody)
        {
            Violate($"A body of {entry.BytesIn} bytes", entry.At, "", entry.Call);
        }

        var uri = entry.Path.Length + (entry.Query.Length == 0 ? 0 : entry.Query.Length + 1);
        if (uri > LongestUri || entry.Status is 413 or 414 or 431)
        {
            Violate($"A URI of {uri} and a body of {entry.BytesIn} bytes, answered {entry.Status}", entry.At, "", entry.Call);
        }

        var batch = entry.Sim != RecordWords.Marketo ? SalesforceBatch : entry.Path.EndsWith("/trigger.json", StringComparison.Ordinal) ? CampaignBatch : MarketoBatch;
        if (entry.IsWrite() && !bulkFile && entry.Records > batch)
        {
            Violate($"A batch of {entry.Records} records, at most {batch}", entry.At, "", entry.Call);
        }
    }
}
