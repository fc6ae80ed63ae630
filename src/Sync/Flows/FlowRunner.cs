using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Flows.Identity;
using SfMarketo.Sync.Flows.LeadPromotion;
using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Flows.QualifiedLeads;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows;

/// <summary>Brings what was read to the flows: loads the pair, lets the pure flow decide, stores shadows and wants the effects.</summary>
/// <remarks>All inside the transaction that takes the change off the inbox (or closes the read), so that a crash repeats all or nothing. Each kind of news has a room of its own.</remarks>
internal sealed class FlowRunner
{
    private readonly SyncSettings settings;
    private readonly Canonical canonical;
    private readonly RecordVersions records;
    private readonly PersonVersions people;
    private readonly Adoption adoption;

    public FlowRunner(SyncSettings settings, Canonical canonical, Outgoing outgoing, UseCaseStops stops, PastLives past)
    {
        this.settings = settings;
        this.canonical = canonical;
        var fieldSync = new FieldSyncFlow(settings.Map, canonical);
        var writes = new PairWrites(outgoing);
        Standings = new StandingNews(settings, canonical, outgoing, stops);
        Companies = new CompanyNews(settings, canonical, outgoing, stops);
        var contacts = new ContactNews(Standings, Companies);
        Suppression = new SuppressionRequests(settings, outgoing, past);
        records = new RecordVersions(fieldSync, writes, new Conversions(outgoing, Suppression, past), contacts, outgoing);
        people = new PersonVersions(fieldSync, writes, outgoing, settings.EvidenceAge);
        adoption = new Adoption(settings, fieldSync, writes, records, contacts, outgoing);
        QualifiedLeads = new QualifiedLeadFlow(settings.Map, settings.DefaultLeadSource);
        Engagements = settings.Engagement is { } engagement ? new Engagements(engagement, outgoing) : null;
    }

    /// <summary>Null when no activity becomes a Task.</summary>
    public Engagements? Engagements { get; }

    public QualifiedLeadFlow QualifiedLeads { get; }

    public SuppressionRequests Suppression { get; }

    public StandingNews Standings { get; }

    public CompanyNews Companies { get; }

    /// <summary>True when the pair's person is known to hold this value: hearing of it is an echo.</summary>
    public bool IsKnownAtMarketo(Link link, int field, FieldValue value) => canonical.Hash(settings.Map.Fields[field].Type, value) == link.Shadow.Marketo(field);

    /// <summary>A Lead or Contact was read.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="row">With Id, SystemModstamp, the mapped fields and, for Leads, the conversion fields.</param>
    /// <param name="now">Microseconds.</param>
    public void SalesforceRow(StateTransaction state, FieldBag row, long now) => records.Read(state, row, now);

    /// <summary>A person was read.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="person">With id, <c>sfdcPersonId</c>, <c>lifecycleStage</c>, <c>leadSource</c> and the mapped fields.</param>
    /// <param name="now">Microseconds.</param>
    public void Person(StateTransaction state, FieldBag person, long now) => people.Read(state, person, now);

    /// <summary>A person does not exist any more: nothing is written to its pair and it is not created again.</summary>
    public static void PersonGone(StateTransaction state, int personId, long now) => PersonVersions.Gone(state, personId, now);

    /// <summary>An interesting moment was logged for a person.</summary>
    public void Moment(StateTransaction state, int personId, string text, long at, long now) => people.Moment(state, personId, text, at, now);

    /// <summary>Two records are one human: the pair is linked, stamped on both sides and brought into step.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="row">The Lead or Contact.</param>
    /// <param name="person">The person.</param>
    /// <param name="lane">The lane of the writes that follow.</param>
    /// <param name="now">Microseconds.</param>
    public void Adopt(StateTransaction state, FieldBag row, FieldBag person, Lane lane, long now)
    {
        adoption.Adopt(state, row, person, lane, now);
        Engagements?.Linked(state, (int)person["id"].AsNumber()!.Value, now);
    }

    /// <summary>A record names a person who was deleted, of whom the state knows nothing else: it is not made again.</summary>
    public void Bury(StateTransaction state, FieldBag row, int personId, long now) => adoption.Bury(state, row, personId, now);

    /// <summary>A second Salesforce record of one human: known from now on, its edits do not flow.</summary>
    public static void Follow(StateTransaction state, SalesforceId id, int personId, long now) => Adoption.Follow(state, id, personId, now);

    /// <summary>The row's SystemModstamp in microseconds; 0 without one.</summary>
    public static long StampOf(FieldBag row) => RecordVersions.StampOf(row);
}
