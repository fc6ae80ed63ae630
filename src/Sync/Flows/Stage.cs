namespace SfMarketo.Sync.Flows;

/// <summary>The life cycle's stages in their order. The engine never takes a step back.</summary>
internal static class Stage
{
    public const string Qualified = "MQL";

    public const string Promoted = "SQL";

    private static readonly string[] Order = ["Known", "Engaged", "MQL", "SAL", "SQL", "Opportunity", "Customer"];

    /// <summary>True when a promotion may set <see cref="Promoted"/>: the person is not there yet. Stages of another order (Recycled, Disqualified) lie before it.</summary>
    public static bool MayPromote(string stage) => Array.IndexOf(Order, stage) < Array.IndexOf(Order, Promoted);
}
