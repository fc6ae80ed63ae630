using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>A column of the file.</summary>
/// <param name="Field">The field that the header names.</param>
/// <param name="OfMember">It is a field of the program membership, not of the person.</param>
internal readonly record struct ImportColumn(PersonField Field, bool OfMember);
