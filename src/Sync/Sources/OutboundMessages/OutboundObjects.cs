using SfMarketo.Sync.Effects;

namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>What a change of a record asks for, by the prefix of its id: each object that a flow follows has one read.</summary>
internal static class OutboundObjects
{
    private static readonly (string Object, string Prefix, EffectKind Read)[] Followed =
    [
        ("Lead", "00Q", EffectKind.SalesforceRead),
        ("Contact", "003", EffectKind.SalesforceRead),
        ("Opportunity", "006", EffectKind.SalesforceReadRoles),
        ("Account", "001", EffectKind.SalesforceReadAccount),
    ];

    /// <summary>The read that a changed record asks for; null for an object that no flow follows.</summary>
    public static EffectKind? ReadOf(SalesforceId id)
    {
        foreach (var (_, prefix, read) in Followed)
        {
            if (id.KeyPrefix.SequenceEqual(prefix))
            {
                return read;
            }
        }

        return null;
    }

    /// <summary>False when an id cannot be one of the object it is said to be of.</summary>
    public static bool Fits(string objectName, SalesforceId id)
    {
        foreach (var (name, prefix, _) in Followed)
        {
            if (name == objectName || id.KeyPrefix.SequenceEqual(prefix))
            {
                return name == objectName && id.KeyPrefix.SequenceEqual(prefix);
            }
        }

        return true;
    }
}
