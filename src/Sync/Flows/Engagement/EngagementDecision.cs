namespace SfMarketo.Sync.Flows.Engagement;

/// <summary>What an activity asks for.</summary>
/// <param name="Outcome">A Task, a place in the digest, or why neither.</param>
/// <param name="Day">The owner's day, <c>yyyy-MM-dd</c>.</param>
/// <param name="Task">The Task's fields without WhoId and OwnerId, which are known when it is sent; null without a Task.</param>
internal readonly record struct EngagementDecision(EngagementOutcome Outcome, string Day, FieldBag? Task = null);

/// <summary>What a person's day holds so far.</summary>
/// <param name="Taken">Tasks of the day, a digest included.</param>
/// <param name="HasDigest">The digest has its place.</param>
/// <param name="HasAsset">An activity of this type on this asset has become a Task.</param>
internal readonly record struct PersonDay(int Taken, bool HasDigest, bool HasAsset);
