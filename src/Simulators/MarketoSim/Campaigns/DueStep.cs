namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Something that happens at an instant to come, mostly to one person.</summary>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="PersonId">The person, or 0.</param>
internal abstract record DueStep(long At, int PersonId)
{
    /// <summary>A wait step ends: the flow goes on.</summary>
    /// <param name="At">When.</param>
    /// <param name="PersonId">The person.</param>
    /// <param name="CampaignId">The campaign.</param>
    /// <param name="Step">Place of the step that comes next.</param>
    /// <param name="Call">The call that started the flow, or 0.</param>
    /// <param name="Tokens">What the request set.</param>
    public sealed record FlowGoesOn(long At, int PersonId, int CampaignId, int Step, long Call, IReadOnlyDictionary<string, string> Tokens) : DueStep(At, PersonId);

    /// <summary>An engagement program sends.</summary>
    /// <param name="At">When.</param>
    /// <param name="ProgramId">The program.</param>
    public sealed record ProgramCast(long At, int ProgramId) : DueStep(At, 0);
}
