using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>A custom activity type. Never changed: a write makes another one.</summary>
/// <param name="Id">Its id, as activities show it.</param>
/// <param name="ApiName">Its key.</param>
/// <param name="CreatedAt">Microseconds since 1970 UTC.</param>
/// <param name="UpdatedAt">The same.</param>
internal sealed record CustomType(int Id, string ApiName, long CreatedAt, long UpdatedAt)
{
    private ActivityType? shown;

    /// <summary>The version that activities may be written of; null before the first approval.</summary>
    public CustomVersion? Live { get; init; }

    /// <summary>The version that is worked on; null when there is nothing to approve.</summary>
    public CustomVersion? Draft { get; init; }

    /// <summary>Every attribute that was ever approved, in a fixed place: activities keep their values by it.</summary>
    public IReadOnlyList<CustomAttribute> Slots { get; init; } = [];

    public bool IsDeleted { get; init; }

    public string Status => IsDeleted ? "deleted" : Live is null ? "draft" : Draft is null ? "approved" : "approved with draft";

    /// <summary>As <c>activities/types.json</c> and the activities show it.</summary>
    public ActivityType Shown => shown ??= Show();

    /// <summary>The draft is live from now on.</summary>
    public CustomType Approve(long now)
    {
        var live = Draft!;
        return new CustomType(Id, ApiName, CreatedAt, now)
        {
            Live = live,
            Slots = [.. Slots.Select(slot => live.Find(slot.ApiName) ?? slot), .. live.Attributes.Where(attribute => Slots.All(slot => slot.ApiName != attribute.ApiName))],
        };
    }

    public CustomType WithDraft(CustomVersion? draft, long now) => new(Id, ApiName, CreatedAt, now) { Live = Live, Draft = draft, Slots = Slots };

    public CustomType Delete(long now) => new(Id, ApiName, CreatedAt, now) { Live = Live, Draft = Draft, Slots = Slots, IsDeleted = true };

    private ActivityType Show()
    {
        var version = Live ?? Draft!;
        IReadOnlyList<CustomAttribute> attributes = Slots;
        return new ActivityType(Id, version.Name, version.Primary.Name, version.Primary.DataType, [.. attributes.Select(attribute => attribute.Name + ":" + attribute.DataType)])
        {
            ApiName = ApiName,
            PrimaryApiName = version.Primary.ApiName,
            ApiNames = [.. attributes.Select(attribute => attribute.ApiName)],
        };
    }
}
