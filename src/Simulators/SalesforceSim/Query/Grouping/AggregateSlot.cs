using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Grouping;

/// <summary>One aggregate of a query, or one GROUPING().</summary>
/// <param name="function">Which.</param>
/// <param name="argument">What it is taken over.</param>
/// <param name="group">Of GROUPING(): which of the grouped expressions; else -1.</param>
/// <param name="number">Place in the group's values.</param>
/// <param name="alphabetical">Picklists sort by text.</param>
internal sealed class AggregateSlot(SoqlFunction function, BoundValue argument, int group, int number, bool alphabetical)
{
    private readonly ValueOrder order = new(argument.Field, alphabetical);
    private readonly StringComparer texts = argument.Field is { IsId: true } or { CaseSensitive: true } ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    public BoundValue Argument => argument;

    public int Group => group;

    /// <summary>Describes the result.</summary>
    public SField Field { get; } = ResultFields.Of(
        $"{function.Name()}({argument})",
        function switch
        {
            SoqlFunction.Count or SoqlFunction.CountDistinct or SoqlFunction.Grouping => SFieldType.Int,
            SoqlFunction.Avg => argument.Field?.Type == SFieldType.Int ? SFieldType.Double : argument.Field?.Type ?? SFieldType.Double,
            _ => argument.Field?.Type ?? SFieldType.String,
        },
        argument.Field,
        number);

    public bool Is(SoqlFunction other, BoundValue value) => other == function && value.ToString() == argument.ToString();

    public Accumulator Start() => Accumulator.Of(function, order, texts);

    /// <summary>SOQL Reference, "Support for Field Types in Aggregate Functions".</summary>
    public static bool Supports(SoqlFunction function, SField? field) => field switch
    {
        null => false,
        { Filterable: false } or { Type: SFieldType.Boolean or SFieldType.MultiPicklist or SFieldType.Address } => false,
        _ => function is not (SoqlFunction.Sum or SoqlFunction.Avg) || field.IsDouble || field.Type == SFieldType.Int,
    };
}
