using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Where the rows of an import go. Never changed.</summary>
/// <param name="Columns">In the order of the header.</param>
/// <param name="Lookup">The field by which people are found.</param>
internal sealed record ImportTarget(IReadOnlyList<ImportColumn> Columns, PersonField Lookup)
{
    /// <summary>The static list that all people of the file are put on; null for none.</summary>
    public MarketoList? List { get; init; }

    /// <summary>The program of a member import; null for one of leads.</summary>
    public MarketoProgram? Program { get; init; }

    /// <summary>The status that its members get.</summary>
    public ProgressionStatus? Status { get; init; }
}
