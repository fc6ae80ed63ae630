namespace SfMarketo.Bench.Serving;

/// <summary>One row of the figure: requests that are sent over and over, in this order.</summary>
/// <param name="Key">The prefix of its path at servers that only hold answers.</param>
/// <param name="Name">What the figure calls it.</param>
/// <param name="Records">Records a request asks for, brings or looks at.</param>
/// <param name="Route">The path of all its requests, with parameters in braces.</param>
/// <param name="Requests">At least one.</param>
internal sealed record ServedCase(string Key, string Name, int Records, string Route, IReadOnlyList<RawRequest> Requests);
