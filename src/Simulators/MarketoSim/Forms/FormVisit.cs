namespace SfMarketo.MarketoSim.Forms;

/// <summary>Where and by whom a form was filled in, as far as it is told: attributes of Fill Out Form (2).</summary>
/// <param name="ClientAddress">The visitor's IP address.</param>
/// <param name="Query">The page's query.</param>
/// <param name="Page">The page's address.</param>
/// <param name="UserAgent">The visitor's browser.</param>
internal sealed record FormVisit(string? ClientAddress, string? Query, string? Page, string? UserAgent);
