using System.Globalization;

namespace SfMarketo.Harness.OrgData;

/// <summary>A record of a data file cannot be made. The message begins with file and line.</summary>
public sealed class OrgContentException(FixedRecord record, string why)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{record.File}:{record.Line}: the {record.Object ?? "person"} cannot be made: {why}"));
