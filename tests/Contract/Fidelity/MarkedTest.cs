using System.Reflection;

namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>A contract test with its marks.</summary>
internal sealed class MarkedTest(MethodInfo method, string api)
{
    /// <summary>What the names of their classes begin with.</summary>
    public const string Root = "SfMarketo.Tests.Contract.";

    public string Api { get; } = api;

    /// <summary>The class below the root of the contract tests, such as <c>Marketo.CompanyTests</c>.</summary>
    public string Class { get; } = method.DeclaringType!.FullName![Root.Length..];

    public string Name { get; } = method.Name;

    public string FullName => $"{Class}.{Name}";

    /// <summary>The name as a sentence.</summary>
    public string Sentence => Name.Replace('_', ' ');

    /// <summary>The file from the root, by the rule that namespaces follow folders.</summary>
    public string File => $"tests/Contract/{Class.Replace('.', '/')}.cs";

    public SourceAttribute? Source { get; } = method.GetCustomAttribute<SourceAttribute>() ?? method.DeclaringType!.GetCustomAttribute<SourceAttribute>();

    public IReadOnlyList<ProvesAttribute> Proves { get; } = [.. method.GetCustomAttributes<ProvesAttribute>()];

    public UnverifiedAttribute? Unverified { get; } = method.GetCustomAttribute<UnverifiedAttribute>();

    public SimulatorOnlyAttribute? SimulatorOnly { get; } = method.GetCustomAttribute<SimulatorOnlyAttribute>() ?? method.DeclaringType!.GetCustomAttribute<SimulatorOnlyAttribute>();

    /// <summary>The switch behind what is unverified.</summary>
    public string? Switch => Unverified?.Switch ?? Proves.Select(proof => proof.Item).FirstOrDefault(item => item.StartsWith("switch ", StringComparison.Ordinal))?["switch ".Length..];

    public Standing Standing => Unverified is not null ? Standing.Unverified : Source is { IsClient: true } ? Standing.Client : Standing.Documented;

    /// <summary>All tests of both APIs: the methods with an attribute of xunit's in the folders Marketo and Salesforce.</summary>
    public static IReadOnlyList<MarkedTest> All { get; } =
    [
        .. from type in typeof(MarkedTest).Assembly.GetTypes()
           let api = ApiOf(type)
           where api is not null && !type.IsAbstract
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where method.GetCustomAttributes().OfType<Xunit.v3.IFactAttribute>().Any()
           orderby type.FullName, method.Name
           select new MarkedTest(method, api),
    ];

    private static string? ApiOf(Type type) => type.FullName switch
    {
        null => null,
        var name when name.StartsWith(Root + "Marketo.", StringComparison.Ordinal) => "marketo",
        var name when name.StartsWith(Root + "Salesforce.", StringComparison.Ordinal) => "salesforce",
        _ => null,
    };
}
