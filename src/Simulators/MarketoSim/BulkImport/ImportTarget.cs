using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Where the rows of an import go. Never changed.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Columns">In the order of the header.</param>
internal sealed record ImportTarget(ImportKind Kind, IReadOnlyList<ImportColumn> Columns)
{
    /// <summary>The field by which people are found; null for custom objects, which have their dedupe fields.</summary>
    public PersonField? Lookup { get; init; }

    /// <summary>Names of the partitions that the importing user sees; none for all.</summary>
    public IReadOnlyList<string> Visible { get; init; } = [];

    /// <summary>The partition that the call names: new people go there, those of another are refused (1010). Null when it names none.</summary>
    public MarketoPartition? Partition { get; init; }

    /// <summary>The static list that all people of the file are put on; null for none.</summary>
    public MarketoList? List { get; init; }

    /// <summary>The program of a member import.</summary>
    public MarketoProgram? Program { get; init; }

    /// <summary>The status that its members get.</summary>
    public ProgressionStatus? Status { get; init; }

    /// <summary>API name of the custom object.</summary>
    public string ApiName { get; init; } = "";
}
