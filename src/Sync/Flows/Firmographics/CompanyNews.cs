using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.Firmographics;

/// <summary>Brings accounts and the accounts of linked Contacts to the flow: a company before its people, one write for an account, none for each of its people.</summary>
internal sealed class CompanyNews
{
    public const string UseCase = nameof(SyncSettings.Firmographics);
    public const string CompanyKey = "externalCompanyId";

    /// <summary>In place of a hash: the company exists, its values are not known.</summary>
    private const ulong Unsure = 1;

    private readonly FirmographicFlow? flow;
    private readonly Outgoing outgoing;
    private readonly UseCaseStops stops;

    public CompanyNews(SyncSettings settings, Canonical canonical, Outgoing outgoing, UseCaseStops stops)
    {
        (this.outgoing, this.stops) = (outgoing, stops);
        flow = settings.Firmographics is { } firmographics ? new FirmographicFlow(firmographics.Fields, canonical) : null;
    }

    private bool IsOn => flow is not null && !stops.Has(UseCase);

    /// <summary>A version of an account was read.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="row">With Id, SystemModstamp, IsDeleted and the mapped fields.</param>
    /// <param name="asked">It answers a read by Id, which a version from the stream may have overtaken.</param>
    /// <param name="now">Microseconds.</param>
    public void Account(StateTransaction state, FieldBag row, bool asked, long now)
    {
        var account = SalesforceId.Parse(row["Id"].ToString());
        if (!IsOn || row["IsDeleted"].AsBoolean() == true)
        {
            return;
        }

        var known = state.Companies.Find(account);
        if (!state.Companies.HasMembers(account))
        {
            if (known is not null)
            {
                // Its people have left: what Marketo holds grows old, and the next member asks anew.
                state.Companies.Remove(account);
            }

            return;
        }

        known ??= new CompanyRow(account, 0, 0, 0);
        var stamp = RecordVersions.StampOf(row);
        var company = flow!.Company(row);
        var hash = flow.Hash(company);
        if (stamp < known.Stamp || (asked && stamp == known.Stamp && hash != known.Wanted))
        {
            return;
        }

        state.Companies.Put(known with { Stamp = stamp, Wanted = hash });
        var subject = Subject.Of(account);
        if (hash != known.Sent || state.Outbox.Find(EffectKind.MarketoCompany, subject) is not null || state.Intents.IsOpen(EffectKind.MarketoCompany, subject))
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoCompany, subject, Lane.Enrichment, company), now);
        }
    }

    /// <summary>A version of a linked Contact was read: its person belongs to its account's company. One whose account was blanked keeps its company, as Marketo cannot unlink.</summary>
    public void Member(StateTransaction state, Link link, FieldBag contact, FieldBag? person, long now)
    {
        if (!IsOn || !SalesforceId.TryParse(contact["AccountId"].AsText(), out var account) || state.Companies.AccountOf(link.MarketoId) == account)
        {
            return;
        }

        var company = state.Companies.Find(account);
        var exists = company is { Sent: > 0 };
        var belongs = person?[CompanyKey].AsText() == account.ToString();
        state.Companies.PutMember(link.MarketoId, account, linked: exists || belongs);
        if (exists && !belongs)
        {
            LinkPerson(state, link.MarketoId, account, now);
        }
        else if (!exists && company is null or { Wanted: 0 })
        {
            Ask(state, company ?? new CompanyRow(account, 0, 0, 0), now);
        }
    }

    /// <summary>True when the company holds these values already.</summary>
    public bool IsSent(StateTransaction state, SalesforceId account, FieldBag company) => flow is null || state.Companies.Find(account) is not { } row || row.Sent == flow.Hash(company);

    /// <summary>The company was written: who waited for it is linked.</summary>
    public void Sent(StateTransaction state, SalesforceId account, FieldBag company, long now)
    {
        if (flow is null || state.Companies.Find(account) is not { } row)
        {
            return;
        }

        state.Companies.Put(row with { Sent = flow.Hash(company) });
        foreach (var personId in state.Companies.Waiting(account))
        {
            state.Companies.SetLinked(personId, linked: true);
            LinkPerson(state, personId, account, now);
        }
    }

    /// <summary>It is not known whether the company was written.</summary>
    public static void MayBeSent(StateTransaction state, SalesforceId account)
    {
        if (state.Companies.Find(account) is { Sent: > Unsure } row)
        {
            state.Companies.Put(row with { Sent = Unsure });
        }
    }

    /// <summary>A person cannot be linked: the company is not there, or the person. The person is read, which tells.</summary>
    public void Refused(StateTransaction state, int personId, Lane lane, long now)
    {
        state.Companies.SetLinked(personId, linked: false);
        outgoing.Want(state, new Effect(EffectKind.MarketoRead, Subject.OfPerson(personId), lane, new FieldBag()), now);
    }

    /// <summary>A person was read. If it could not be linked, it was the company that was not there: it is written anew, then its person linked.</summary>
    public void Found(StateTransaction state, int personId, long now)
    {
        if (state.Companies.Unlinked(personId) is { } account && state.Companies.Find(account) is { Sent: > 0 } row)
        {
            Ask(state, row with { Sent = 0 }, now);
        }
    }

    /// <summary>At the start of a life: companies that an earlier one did not send are read again.</summary>
    public void Resume(StateTransaction state, long now)
    {
        if (IsOn)
        {
            foreach (var row in state.Companies.Unsent())
            {
                Ask(state, row, now);
            }
        }
    }

    /// <summary>The native CRM sync owns companies: this use case leaves them to it.</summary>
    public void Coexist(StateTransaction state, long now) =>
        stops.Stop(state, UseCase, "1018 CRM Enabled: the instance's native CRM sync owns companies. They are left to it; set Firmographics to null to say so.", now);

    private void Ask(StateTransaction state, CompanyRow row, long now)
    {
        state.Companies.Put(row);
        outgoing.Want(state, new Effect(EffectKind.SalesforceReadAccount, Subject.Of(row.Account), Lane.Enrichment, new FieldBag()), now);
    }

    private void LinkPerson(StateTransaction state, int personId, SalesforceId account, long now)
    {
        if (!IsOn || state.Links.ByPerson(personId) is not { State: LinkState.Live } link)
        {
            return;
        }

        // From now on the company's name is the account's.
        if (state.Outbox.Find(EffectKind.MarketoUpdate, link.MarketoSubject) is { } pending && pending.Fields.Remove("company"))
        {
            outgoing.Replace(state, pending);
        }

        outgoing.Want(state, new Effect(EffectKind.MarketoUpdate, link.MarketoSubject, Lane.Enrichment, new FieldBag { { CompanyKey, account.ToString() } }), now);
    }
}
