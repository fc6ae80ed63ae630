namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>Says where the behaviour is written down: the vendor's page (<c>Marketo REST API, Companies</c>) or a client's code (<c>client: node-marketo-rest</c>).</summary>
/// <remarks>On a class it holds for all of its tests; one on a test wins for that test.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SourceAttribute(string page) : Attribute
{
    /// <summary>The mark of a source that is a client's code.</summary>
    public const string ClientMark = "client:";

    public string Page { get; } = page;

    public bool IsClient => Page.StartsWith(ClientMark, StringComparison.OrdinalIgnoreCase);
}
