namespace SfMarketo.Harness.Records;

/// <summary>One line of a record file.</summary>
/// <param name="File">Which file.</param>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its end.</param>
public readonly record struct RunLine(RecordFile File, long Number, string Text);
