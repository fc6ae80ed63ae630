using System.Text.Json;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Contract.Fidelity.Shapes;

/// <summary>The vendor's published shapes of answers: members and types, and where the wire is known to differ.</summary>
/// <remarks>
/// <c>marketo-shapes.tsv</c> has a line for each operation with the type of its answer, and a line for each type with its members. <c>marketo-shape-exceptions.tsv</c> adds or
/// replaces members, each with its reason; the member <c>*</c> lets a type have further ones.
/// </remarks>
internal sealed class ShapeBook
{
    private const string Any = "any";

    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> types = new(StringComparer.Ordinal);
    private readonly OperationPaths paths;

    private ShapeBook()
    {
        foreach (var line in Lines("marketo-shapes.tsv"))
        {
            if (line[0].Contains(' ', StringComparison.Ordinal))
            {
                answers.Add(line[0], line[1]);
            }
            else
            {
                types.Add(line[0], line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(member => member.Split(':')).ToDictionary(member => member[0], member => member[1], StringComparer.Ordinal));
            }
        }

        foreach (var line in Lines("marketo-shape-exceptions.tsv").Skip(1))
        {
            types[line[0]][line[1]] = line[2];
        }

        paths = new OperationPaths(answers.Keys);
    }

    public static ShapeBook Marketo { get; } = new();

    /// <summary>What in a JSON answer is not as published: one line each, with the place. Nothing for calls that the book does not know.</summary>
    public IReadOnlyList<string> Differences(string method, string path, JsonElement answer)
    {
        List<string> found = [];
        if (paths.Find(method, path) is { } operation)
        {
            Check(answer, answers[operation], "answer", found);
        }

        return found;
    }

    private static IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "Contract", "Fidelity", file)).Select(line => line.Split('\t'));

    private void Check(JsonElement value, string type, string place, List<string> found)
    {
        if (value.ValueKind == JsonValueKind.Null || type == Any)
        {
            return;
        }

        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            CheckItems(value, type[..^2], place, found);
        }
        else if (types.TryGetValue(type, out var members))
        {
            CheckMembers(value, type, members, place, found);
        }
        else if (!IsSimple(value, type))
        {
            found.Add($"{place} is {value.ValueKind}, published is {type}");
        }
    }

    private void CheckItems(JsonElement value, string type, string place, List<string> found)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            found.Add($"{place} is {value.ValueKind}, published is an array of {type}");
            return;
        }

        foreach (var item in value.EnumerateArray())
        {
            Check(item, type, place + "[]", found);
        }
    }

    private void CheckMembers(JsonElement value, string type, Dictionary<string, string> members, string place, List<string> found)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            found.Add($"{place} is {value.ValueKind}, published is {type}");
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (members.TryGetValue(member.Name, out var own) || members.TryGetValue("*", out own))
            {
                Check(member.Value, own, $"{place}.{member.Name}", found);
            }
            else
            {
                found.Add($"{place}.{member.Name}: {type} has no such member");
            }
        }
    }

    private static bool IsSimple(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("number", JsonValueKind.Number) => true,
        _ => false,
    };
}
