namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>One row as it is after the commits of an instant; null: it is gone.</summary>
internal readonly record struct RowChange(string Key, EndRecord? After);
