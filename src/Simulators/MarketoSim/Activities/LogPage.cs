using System.Globalization;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

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
    private string? warning;
    private long keptSince;

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

        if (!PageToken.TryParse(text, out var token) || !IsPlaceInLog(call, token) || IsOver(call, token))
        {
            return Refuse(call, MarketoErrors.InvalidData("Invalid nextPageToken"));
        }

        if (!call.TryReadBatchSize(out var size) || !TryReadLeadIds(call, out var ids) || !ListFilter.TryRead(call, out var members))
        {
            return false;
        }

        page = new LogPage(call, token, size, ids, members);
        return true;
    }

    /// <summary>Shows rows of some types under other ids.</summary>
    /// <param name="ids">The id shown by true id.</param>
    /// <param name="warns">With a warning that names the true ones: the seed's form.</param>
    public void ShowTypes(IReadOnlyDictionary<int, int> ids, bool warns = true) => (shownAs, warning) = (ids, warns ? SeedTypes.Warning : null);

    /// <summary>Rows before this instant (microseconds) are gone.</summary>
    public void StartNotBefore(long instant) => keptSince = instant;

    /// <summary>Writes the whole answer.</summary>
    /// <param name="matches">Whether a row belongs to the feed.</param>
    /// <param name="write">Writes the row's own members, after those that all feeds have.</param>
    public void Write(Func<ActivityHead, bool> matches, Action<MarketoCall, ActivityEntry> write)
    {
        var log = call.Store.Activities;
        var position = start.Kind == PageTokenKind.Date ? log.PositionOf(start.Value) : (int)start.Value;
        var isToCome = start.Kind == PageTokenKind.Date && position == log.Count;
        if (position < log.Count && log.Head(position).At < keptSince)
        {
            position = Math.Max(position, log.PositionOf(keptSince));
        }

        var empty = call.Instance.Options.Switches.ActivitiesEmptyPages;
        if (empty != EmptyPages.Off && position < log.Count && start.Kind != PageTokenKind.ActivityAgain)
        {
            WriteEmpty(empty, position);
            return;
        }

        var late = call.Instance.Options.Switches.ActivitiesLateness;
        var scanEnd = (int)Math.Min(log.Count, (long)position + call.Instance.Options.ActivityScanLimit);
        call.StartResult();
        for (; position < scanEnd && call.Sim.Records < batchSize; position++)
        {
            ref readonly var head = ref log.Head(position);
            if (matches(head) && IsAsked(head) && !log.IsHidden(position, call.Sim.Now) && !late.Hides(head.Type, head.At, call.Sim.Now))
            {
                WriteRow(position, log[position], write);
            }
        }

        // A date that is still to come stays a date: a position would let the rows before it through.
        var next = isToCome ? start : new PageToken(PageTokenKind.Activity, position);
        call.EndResult(Give(call, next).ToString(), position < log.Count, warning);
    }

    /// <summary>The token as this instance gives it now: with an end, or without (sw:token.life).</summary>
    public static PageToken Give(MarketoCall call, in PageToken token) => call.Instance.Options.Switches.TokenLife.Hours > 0 ? token.GivenAt(call.Sim.Now) : token;

    /// <summary>An empty page before each page with rows, to prove that the reader goes by <c>moreResult</c>.</summary>
    private void WriteEmpty(EmptyPages empty, int position)
    {
        var next = Give(call, new PageToken(PageTokenKind.ActivityAgain, position)).ToString();
        if (empty == EmptyPages.WithoutResult)
        {
            call.WriteEnvelopeStart();
            call.EndEnvelope(next, true);
            return;
        }

        call.StartResult();
        call.EndResult(next, true);
    }

    private bool IsAsked(in ActivityHead head) =>
        (leadIds is null && listMembers is null)
        || (ShownPerson.Of(call.Instance, head.Type, head.PersonId) is var person && leadIds?.Contains(person) != false && listMembers?.ContainsKey(person) != false);

    private void WriteRow(int position, in ActivityEntry entry, Action<MarketoCall, ActivityEntry> write)
    {
        var json = call.Json;
        var person = ShownPerson.Of(call.Instance, entry.Type, entry.PersonId);
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
        PageTokenKind.Activity or PageTokenKind.ActivityAgain => token.Value >= 0 && token.Value <= call.Store.Activities.Count,
        _ => false,
    };

    private static bool IsOver(MarketoCall call, in PageToken token) =>
        call.Instance.Options.Switches.TokenLife.Hours is > 0 and var hours && token.IsOver(call.Sim.Now, hours);

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

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
