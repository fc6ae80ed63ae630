namespace SfMarketo.Bench.Serving;

/// <summary>One row of the figure: requests that are sent over and over, in this order.</summary>
/// <param name="Key">The prefix of its path at servers that only hold answers.</param>
/// <param name="Name">What the figure calls it.</param>
/// <param name="Records">Records a request asks for or brings.</param>
/// <param name="Requests">At least one.</param>
internal sealed record ServedCase(string Key, string Name, int Records, IReadOnlyList<RawRequest> Requests);
