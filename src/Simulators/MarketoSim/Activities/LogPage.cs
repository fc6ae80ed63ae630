using System.Globalization;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary>What the three feeds share: where a page begins, whose rows it holds, where the next one begins.</summary>
/// <remarks>
/// A token is a position in the log or a date. A page ends when it is full, when it has looked through the scan limit, or at the log's end; it always
/// names a next token, and <c>moreResult</c> says whether there is log behind it. So a page may be short or empty while more follows, as documented.
/// </remarks>
internal sealed class LogPage
{
    private const int MaxLeadIds = 30;

    private readonly MarketoCall call;
    private readonly int batchSize;
    private readonly HashSet<int>? leadIds;
    private readonly SortedDictionary<int, long>? listMembers;
    private readonly PageToken start;
    private IReadOnlyDictionary<int, int>? shownAs;

    private LogPage(MarketoCall call, PageToken start, int batchSize, HashSet<int>? leadIds, SortedDictionary<int, long>? listMembers)
    {
        this.call = call;
        this.start = start;
        this.batchSize = batchSize;
        this.leadIds = leadIds;
        this.listMembers = listMembers;
    }

    /// <summary>Reads nextPageToken, batchSize, leadIds and listId. False when the call was refused.</summary>
    public static bool TryOpen(MarketoCall call, out LogPage page)
    {
        page = null!;
        if (call.Parameters["nextPageToken"] is not { } text)
        {
            return Refuse(call, MarketoErrors.MissingParameter("nextPageToken"));
        }

        if (!PageToken.TryParse(text, out var token) || !IsPlaceInLog(call, token))
        {
            return Refuse(call, MarketoErrors.InvalidData("Invalid nextPageToken"));
        }

        if (!call.TryReadBatchSize(out var size) || !TryReadLeadIds(call, out var ids) || !TryReadList(call, out var members))
        {
            return false;
        }

        page = new LogPage(call, token, size, ids, members);
        return true;
    }

    /// <summary>Shows rows of some types under other ids, with a warning that names the true ones: the seed's form.</summary>
    public void ShowTypes(IReadOnlyDictionary<int, int> ids) => shownAs = ids;

    /// <summary>Writes the whole answer.</summary>
    /// <param name="matches">Whether a row belongs to the feed.</param>
    /// <param name="write">Writes the row's own members, after those that all feeds have.</param>
    public void Write(Func<ActivityEntry, bool> matches, Action<MarketoCall, ActivityEntry> write)
    {
        var log = call.Store.Activities;
        var position = start.Kind == PageTokenKind.Date ? log.PositionOf(start.Value) : (int)start.Value;
        var isToCome = start.Kind == PageTokenKind.Date && position == log.Count;
        var scanEnd = (int)Math.Min(log.Count, (long)position + call.Instance.Options.ActivityScanLimit);
        call.StartResult();
        for (; position < scanEnd && call.Sim.Records < batchSize; position++)
        {
            ref readonly var entry = ref log[position];
            if (matches(entry) && IsAsked(entry) && !log.IsHidden(position, call.Sim.Now))
            {
                WriteRow(position, entry, write);
            }
        }

        // A date that is still to come stays a date: a position would let the rows before it through.
        var next = isToCome ? start : new PageToken(PageTokenKind.Activity, position);
        call.EndResult(next.ToString(), position < log.Count, shownAs is null ? null : SeedTypes.Warning);
    }

    /// <summary>The person that a row shows: after a merge the winner, except on the row that tells of the loser's end.</summary>
    private static int PersonOf(MarketoCall call, in ActivityEntry entry)
    {
        var id = entry.PersonId;
        while (call.Instance.Options.Switches.MergeActivityRewrite && entry.Type != ActivityTypes.DeleteLead && call.Store.People.FindAny(id) is { MergedInto: not 0 } row)
        {
            id = row.MergedInto;
        }

        return id;
    }

    private bool IsAsked(in ActivityEntry entry) =>
        (leadIds is null && listMembers is null)
        || (PersonOf(call, entry) is var person && leadIds?.Contains(person) != false && listMembers?.ContainsKey(person) != false);

    private void WriteRow(int position, in ActivityEntry entry, Action<MarketoCall, ActivityEntry> write)
    {
        var json = call.Json;
        var person = PersonOf(call, entry);
        var id = ActivityLog.IdOf(position);
        var guid = id.ToString(CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteNumber("id"u8, id);
        json.WriteString("marketoGUID"u8, guid);
        json.WriteNumber("leadId"u8, person);
        WireTime.Write(json, "activityDate"u8, entry.At);
        json.WriteNumber("activityTypeId"u8, shownAs?.GetValueOrDefault(entry.Type, entry.Type) ?? entry.Type);
        if (entry.CampaignId != 0)
        {
            json.WriteNumber("campaignId"u8, entry.CampaignId);
        }

        write(call, person == entry.PersonId ? entry : entry with { PersonId = person });
        json.WriteEndObject();
        call.Sim.Records++;
        call.Sim.Deliver("Activity", guid, id);
    }

    private static bool IsPlaceInLog(MarketoCall call, PageToken token) => token.Kind switch
    {
        PageTokenKind.Date => true,
        PageTokenKind.Activity => token.Value >= 0 && token.Value <= call.Store.Activities.Count,
        _ => false,
    };

    private static bool TryReadLeadIds(MarketoCall call, out HashSet<int>? ids)
    {
        ids = null;
        var texts = call.Parameters.List("leadIds");
        if (texts.Count > MaxLeadIds)
        {
            return Refuse(call, MarketoErrors.InvalidData($"The number of leadIds {texts.Count} is over {MaxLeadIds}"));
        }

        foreach (var text in texts)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return Refuse(call, MarketoErrors.InvalidValue(text, "Integer"));
            }

            (ids ??= []).Add(id);
        }

        return true;
    }

    private static bool TryReadList(MarketoCall call, out SortedDictionary<int, long>? members)
    {
        members = null;
        if (call.Parameters["listId"] is not { } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return Refuse(call, MarketoErrors.InvalidValue(text, "Integer"));
        }

        members = call.Store.Lists.Of(id);
        return call.Instance.Assets.FindList(id) is not null || Refuse(call, MarketoErrors.ObjectNotFound);
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
