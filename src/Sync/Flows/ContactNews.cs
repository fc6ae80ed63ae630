using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows;

/// <summary>What a version of a linked Contact means beyond its own fields: its opportunities and its account.</summary>
internal sealed class ContactNews(StandingNews standings, CompanyNews companies)
{
    public void Read(StateTransaction state, Link link, FieldBag row, long now)
    {
        if (link.Object == SalesforceObject.Contact)
        {
            standings.Linked(state, link, now);
            companies.Member(state, link, row, now);
        }
    }
}
