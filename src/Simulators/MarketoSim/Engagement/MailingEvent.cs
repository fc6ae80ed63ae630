namespace SfMarketo.MarketoSim.Engagement;

/// <summary>What a sent e-mail comes to at an instant that is still ahead.</summary>
/// <param name="At">Microseconds since 1970 UTC, whole milliseconds.</param>
/// <param name="PersonId">Whom it was sent to.</param>
/// <param name="EmailId">The e-mail.</param>
/// <param name="CampaignId">The campaign that sent it, or 0.</param>
/// <param name="Kind">What happens.</param>
/// <param name="IsBot">A machine does it.</param>
/// <param name="Link">Which of the e-mail's links.</param>
internal readonly record struct MailingEvent(long At, int PersonId, int EmailId, int CampaignId, MailingEventKind Kind, bool IsBot = false, int Link = 0);
