namespace SfMarketo.Tests.Contract.Fidelity.Shapes;

/// <summary>Finds the operation of a call: patterns have <c>{names}</c> for segments, text wins over names.</summary>
internal sealed class OperationPaths(IEnumerable<string> operations)
{
    private readonly (string Operation, string Method, string[] Segments)[] all =
    [
        .. operations.Select(operation => (operation, operation.Split(' ')[0], operation.Split(' ')[1].Split('/'))).OrderBy(entry => entry.Item3.Count(IsName)),
    ];

    public string? Find(string method, string path)
    {
        var segments = path.Split('/');
        return all.FirstOrDefault(entry => entry.Method == method && entry.Segments.Length == segments.Length && entry.Segments.Zip(segments).All(pair => Matches(pair.First, pair.Second))).Operation;
    }

    private static bool IsName(string segment) => segment.StartsWith('{');

    private static bool Matches(string pattern, string segment)
    {
        var ending = pattern[(pattern.IndexOf('}', StringComparison.Ordinal) + 1)..];
        return IsName(pattern) ? segment.Length > ending.Length && segment.EndsWith(ending, StringComparison.Ordinal) : pattern == segment;
    }
}
