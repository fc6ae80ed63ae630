using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.OpportunityStages;

/// <summary>Brings opportunities, contact roles and newly linked Contacts to the flow: whoever they concern is read as a whole and judged anew.</summary>
internal sealed class StandingNews
{
    public const string UseCase = nameof(SyncSettings.OpportunityStages);
    public const string OpportunityFields = "Id,SystemModstamp,IsDeleted,StageName,IsClosed,IsWon,CloseDate";
    public const string RoleFields = "Id,SystemModstamp,IsDeleted,OpportunityId,ContactId";
    public const string StageField = "sfdcOpptyStage";

    private readonly Canonical canonical;
    private readonly Outgoing outgoing;
    private readonly UseCaseStops stops;

    public StandingNews(SyncSettings settings, Canonical canonical, Outgoing outgoing, UseCaseStops stops)
    {
        (this.canonical, this.outgoing, this.stops) = (canonical, outgoing, stops);
        Flow = settings.OpportunityStages is { } stages ? new OpportunityStageFlow(stages) : null;
    }

    /// <summary>Null when the settings leave the use case out.</summary>
    public OpportunityStageFlow? Flow { get; }

    /// <summary>A version of an opportunity: only what moves people counts, so that a new amount costs no call.</summary>
    public void Opportunity(StateTransaction state, FieldBag row, long now)
    {
        var id = SalesforceId.Parse(row["Id"].ToString());

        // A read of somebody's deals that is under way may have seen what came between two versions that say the same.
        if (Flow is not null && (state.Opportunities.Learn(id, Facts(row, "")) || state.Intents.AnyOf(EffectKind.SalesforceReadStanding)))
        {
            outgoing.Want(state, new Effect(EffectKind.SalesforceReadRoles, Subject.Of(id), Lane.Suppression, new FieldBag()), now);
        }
    }

    /// <summary>A version of a contact role, deleted ones too.</summary>
    public void Role(StateTransaction state, FieldBag row, long now)
    {
        if (row["IsDeleted"].AsBoolean() != true && SalesforceId.TryParse(row["OpportunityId"].AsText(), out var opportunity))
        {
            state.Opportunities.Cover(opportunity);
        }

        Reconsider(state, row["ContactId"].AsText(), now);
    }

    /// <summary>The roles of an opportunity were read, deleted ones too.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="opportunity">Whose.</param>
    /// <param name="roles">With ContactId, IsDeleted and the opportunity's IsDeleted.</param>
    /// <param name="now">Microseconds.</param>
    public void Roles(StateTransaction state, SalesforceId opportunity, IReadOnlyList<FieldBag> roles, long now)
    {
        var covered = false;
        foreach (var role in roles)
        {
            covered |= role["IsDeleted"].AsBoolean() != true || role["Opportunity.IsDeleted"].AsBoolean() == true;
            Reconsider(state, role["ContactId"].AsText(), now);
        }

        if (covered)
        {
            state.Opportunities.Cover(opportunity);
        }
        else if (state.Opportunities.Uncover(opportunity))
        {
            state.Incidents.Add(now, "opportunity without contact role", Subject.Of(opportunity), "it moves nobody until a Contact has a role in it");
        }
    }

    /// <summary>A version of a linked Contact was read: one that was never judged is now.</summary>
    public void Linked(StateTransaction state, Link link, long now)
    {
        if (Flow is not null && state.Standings.Find(link.MarketoId) is null)
        {
            outgoing.Want(state, new Effect(EffectKind.SalesforceReadStanding, link.SalesforceSubject, Lane.Enrichment, new FieldBag()), now);
        }
    }

    /// <summary>All live roles of a Contact were read, with their opportunities.</summary>
    public void Judged(StateTransaction state, SalesforceId contact, IReadOnlyList<FieldBag> roles, long now)
    {
        if (Flow is null || state.Links.BySalesforce(contact) is not { State: LinkState.Live } link)
        {
            return;
        }

        var deals = new List<Deal>(roles.Count);
        foreach (var role in roles)
        {
            if (Deal.OfRole(role) is { } deal)
            {
                deals.Add(deal);
            }

            // The deal may be back at what is known before its next version is read: that version counts in any case.
            state.Opportunities.Doubt(SalesforceId.Parse(role["OpportunityId"].ToString()), Facts(role, "Opportunity."));
        }

        var known = state.Standings.Find(link.MarketoId) ?? PersonStanding.Unknown(link.MarketoId);
        var (standing, stageName) = OpportunityStageFlow.Judge(deals);
        var person = Flow.Stand(known, standing, stageName, now);
        state.Standings.Put(person);
        if (stageName != known.StageName)
        {
            var stage = new FieldBag { { StageField, stageName.Length == 0 ? FieldValue.Null : stageName } };
            outgoing.Want(state, new Effect(EffectKind.MarketoUpdate, link.MarketoSubject, Lane.Suppression, stage), now);
        }

        WantTracks(state, person, now);
    }

    /// <summary>The delay of some people's standings has ended.</summary>
    /// <returns>How many.</returns>
    public int EndDelays(StateTransaction state, int most, long now)
    {
        var ended = state.Standings.Due(now, most);
        foreach (var person in ended)
        {
            state.Standings.Put(person with { Due = null });
            WantTracks(state, person with { Due = null }, now);
        }

        return ended.Count;
    }

    /// <summary>The use case works, again or for the first time in this life: whatever Marketo does not show yet is wanted.</summary>
    public void Resume(StateTransaction state, long now)
    {
        foreach (var person in state.Standings.All())
        {
            WantTracks(state, person, now);
        }
    }

    /// <summary>Wants the person's tracks when something is left to do.</summary>
    public void WantTracks(StateTransaction state, PersonStanding person, long now)
    {
        if (Flow is not null && !stops.Has(UseCase) && !Flow.Plan(person, []).IsNothing)
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoTracks, Subject.OfPerson(person.PersonId), Lane.Suppression, new FieldBag()), now);
        }
    }

    private ulong Facts(FieldBag row, string path) =>
        canonical.Hash(FieldType.Text, $"{row[path + "IsDeleted"]}|{row[path + "StageName"]}|{row[path + "IsClosed"]}|{row[path + "IsWon"]}|{row[path + "CloseDate"]}");

    private void Reconsider(StateTransaction state, string? contact, long now)
    {
        if (Flow is not null && SalesforceId.TryParse(contact, out var id) && state.Links.BySalesforce(id) is { State: LinkState.Live } link)
        {
            outgoing.Want(state, new Effect(EffectKind.SalesforceReadStanding, link.SalesforceSubject, Lane.Suppression, new FieldBag()), now);
        }
    }
}
