namespace SfMarketo.Sync;

/// <summary>The forms in which Marketo is spoken to (DESIGN.md section 6).</summary>
public enum Dialect
{
    /// <summary>The vendor's documented API.</summary>
    Vendor,

    /// <summary>The forms of the text that this product was made from, which the vendor refuses and the simulator takes with <c>compat.seed</c>.</summary>
    Seed,
}
