namespace SfMarketo.Bench.Serving;

/// <summary>One fixed answer of a server that only holds answers.</summary>
/// <param name="Route">Its path, with parameters in braces.</param>
/// <param name="Method">GET, POST or PATCH.</param>
/// <param name="Status">Of HTTP.</param>
/// <param name="Bytes">The body; empty for none.</param>
internal sealed record StoredAnswer(string Route, string Method, int Status, byte[] Bytes);
