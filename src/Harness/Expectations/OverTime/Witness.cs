namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>A record that shows why an expectation failed.</summary>
/// <param name="Id">As the vendor's API writes it, for <c>sfmarketo trace</c>.</param>
/// <param name="Sentence">What is wrong with it.</param>
internal readonly record struct Witness(string Id, string Sentence)
{
    /// <summary>So many are shown of each failure.</summary>
    public const int Shown = 5;
}
