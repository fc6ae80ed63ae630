using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A field and the texts one of which it must have; each text once.</summary>
internal sealed record RequiredValues(SField Field, IReadOnlyCollection<string> Values);
