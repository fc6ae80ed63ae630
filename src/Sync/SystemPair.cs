namespace SfMarketo.Sync;

/// <summary>The identity of two systems: a state file made with one pair is wrong for any other (practice.md section 3).</summary>
/// <param name="OrganizationId">The Salesforce org, 18 characters.</param>
/// <param name="OrganizationCreated">CreatedDate of the org's Organization row, as the vendor writes it. A sandbox that is made anew, and a simulator that is started or reset, has another.</param>
/// <param name="Marketo">Host and port of the Marketo instance; a vendor's host names the munchkin id.</param>
internal sealed record SystemPair(string OrganizationId, string OrganizationCreated, string Marketo)
{
    /// <summary>How another pair differs from this one, as a sentence without its full stop; null when it does not.</summary>
    public string? Difference(SystemPair now) =>
        OrganizationId != now.OrganizationId ? $"it was made with the Salesforce org {OrganizationId}, and this is {now.OrganizationId}"
        : OrganizationCreated != now.OrganizationCreated ? $"the Salesforce org {OrganizationId} was made anew since: it was created {now.OrganizationCreated}, not {OrganizationCreated}"
        : Marketo != now.Marketo ? $"it was made with the Marketo instance {Marketo}, and this is {now.Marketo}"
        : null;
}
