namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>A test proves an item, with these of its parameters.</summary>
internal sealed record Proof(LedgerItem Item, IReadOnlyList<string> Parameters, MarkedTest Test);
