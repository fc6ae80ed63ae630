namespace SfMarketo.Harness.Reports;

/// <summary>How often a business event happened, and how often it was due but no record fitted.</summary>
public sealed record EventCount(string Event, long Done, long WithoutTarget);
