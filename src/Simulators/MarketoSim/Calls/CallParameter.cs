namespace SfMarketo.MarketoSim.Calls;

/// <summary>One decoded parameter.</summary>
internal readonly record struct CallParameter(string Name, string Value);
