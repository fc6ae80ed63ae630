namespace SfMarketo.MarketoSim.Folders;

/// <summary>A My Token of a folder or program: <c>{{my.NAME}}</c> in flows below it.</summary>
/// <param name="Name">Without <c>my.</c>; at most 50 characters.</param>
/// <param name="Type">date, number, rich text, score, sfdc campaign or text.</param>
/// <param name="Value">The text that takes its place.</param>
public sealed record MarketoToken(string Name, string Type, string Value);
