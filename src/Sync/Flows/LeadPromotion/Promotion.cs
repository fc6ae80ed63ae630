using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.LeadPromotion;

/// <summary>What the conversion of a pair's Lead means.</summary>
/// <param name="Link">The pair, now with the Contact.</param>
/// <param name="ToMarketo">Person fields to write.</param>
/// <param name="RequestSuppression">The nurture-suppression campaign is to be requested, once per person.</param>
internal sealed record Promotion(Link Link, FieldBag ToMarketo, bool RequestSuppression);
