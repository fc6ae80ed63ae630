namespace SfMarketo.SalesforceSim.Options;

/// <summary>What a custom Apex REST class answers: the org runs no Apex, so the answer is said here.</summary>
/// <param name="Method">In capitals: <c>GET</c>.</param>
/// <param name="Mapping">The class's <c>urlMapping</c>, from behind <c>/services/apexrest</c> on: <c>/convert</c>, or <c>/orders/*</c> for all below.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON, or empty for none.</param>
public sealed record ApexRestAnswer(string Method, string Mapping, int Status, string Body);
