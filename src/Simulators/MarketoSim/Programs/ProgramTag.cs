namespace SfMarketo.MarketoSim.Programs;

/// <summary>A tag that a program carries.</summary>
public sealed record ProgramTag(string TagType, string TagValue);
