namespace SfMarketo.Sync.Flows.FieldSync;

/// <summary>What the log of lead changes said of a person's consent: carried by the person's read beside its fields, under names that Marketo does not have.</summary>
internal static class ConsentMarks
{
    /// <summary>When the person opted out, microseconds.</summary>
    public const string OptedOut = "_optedOut";

    /// <summary>When the person opted in again, on listed evidence, microseconds.</summary>
    public const string OptedIn = "_optedIn";

    /// <summary>Unsubscribed became false and the log gives no evidence for it.</summary>
    public const string Denied = "_denied";

    /// <summary>When unsubscribed was first read as false with nothing in the log yet, microseconds.</summary>
    public const string Suspect = "_suspect";

    /// <summary>In a change, never carried: an API client made it, which may be the engine.</summary>
    public const string ByClient = "_byClient";

    private static readonly string[] All = [OptedOut, OptedIn, Denied, Suspect];

    /// <summary>Takes the marks of a look-up over to what it read.</summary>
    public static void Carry(FieldBag from, FieldBag to)
    {
        foreach (var name in All)
        {
            if (from.TryGet(name, out var value))
            {
                to.Set(name, value);
            }
        }
    }

    public static bool Any(FieldBag fields) => All.Any(name => fields.TryGet(name, out _));

    public static long At(FieldBag fields, string name) => (long)(fields[name].AsNumber() ?? 0);
}
