using SfMarketo.Sync;
using SfMarketo.Sync.Flows.QualifiedLeads;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Tests.Sync.Flows;

public sealed class QualifiedLeadFlowTests
{
    private readonly QualifiedLeadFlow flow = new(FieldMap.Seed, "Marketo");

    [Fact]
    public void A_new_lead_has_source_score_moment_and_the_persons_key()
    {
        var lead = flow.NewLead(Pairs.Person(), "Web: asked for a demo (2026-03-03)");

        lead["MarketoPersonId__c"].Should().Be((FieldValue)"7");
        lead["LeadSource"].Should().Be((FieldValue)"Marketo");
        lead["Lead_Score__c"].Should().Be((FieldValue)10m);
        lead["Last_Interesting_Moment__c"].Should().Be((FieldValue)"Web: asked for a demo (2026-03-03)");
        lead["Email"].Should().Be((FieldValue)"ada@example.com");
    }

    [Fact]
    public void Salesforce_gives_a_new_lead_its_status() => flow.NewLead(Pairs.Person(), null).TryGet("Status", out _).Should().BeFalse();

    [Fact]
    public void What_Salesforce_requires_and_Marketo_lacks_has_a_default()
    {
        var lead = flow.NewLead(new FieldBag { { "id", 7 }, { "email", "x@example.com" } }, null);

        lead["LastName"].Should().Be((FieldValue)"[not provided]");
        lead["Company"].Should().Be((FieldValue)"[not provided]");
    }

    [Fact]
    public void The_persons_own_source_is_kept() =>
        flow.NewLead(Pairs.Person().With("leadSource", "Webinar"), null)["LeadSource"].Should().Be((FieldValue)"Webinar");
}
