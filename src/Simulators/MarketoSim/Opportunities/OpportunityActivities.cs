using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Opportunities;

/// <summary>The activities of people about their opportunities.</summary>
/// <remarks>Source: Marketo REST API, "Opportunities", "Opportunity roles", and the list of activity types.</remarks>
internal static class OpportunityActivities
{
    public const int Added = 34;
    public const int Removed = 35;
    public const int Updated = 36;

    /// <param name="instance">Where.</param>
    /// <param name="typeId">The activity's type.</param>
    /// <param name="person">Whose activity it is.</param>
    /// <param name="key">The opportunity's externalOpportunityId.</param>
    /// <param name="attributes">By name; those that the type has not are left out.</param>
    /// <param name="context">Who did it.</param>
    public static void Write(MarketoInstance instance, int typeId, int person, string key, ReadOnlySpan<KeyValuePair<string, object?>> attributes, in ChangeContext context)
    {
        var opportunities = instance.Store.Objects.Opportunities;
        if (opportunities.Find(key) is not { } row || ActivityTypes.Find(typeId) is not { } type)
        {
            return;
        }

        var values = new object?[type.Attributes.Length];
        foreach (var (name, value) in attributes)
        {
            if (Array.IndexOf(type.Attributes, name) is var place and >= 0)
            {
                values[place] = value;
            }
        }

        var shown = (string?)row.Values[opportunities.Kind["name"].Number];
        instance.Store.Activities.Append(new ActivityEntry(context.At, person, typeId, row.Place + 1, context.CampaignId, shown, values));
    }
}
