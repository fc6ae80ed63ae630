using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Running.Relations;

namespace SfMarketo.Harness.Scenarios.Language;

internal static class InvariantKeys
{
    private static readonly ValueShape.Word Checks = new([.. Judges.Catalog.Select(check => new KnownWord(check.Id, check.Title))]);

    private static readonly ValueShape.Word Relations = new([.. Relation.All.Select(relation => new KnownWord(relation.Id, relation.Title))]);

    public static MapShape Shape { get; } = new(
        "the invariants",
        "The rules that hold in every run.",
        [
            new("skip", new ValueShape.List(Checks, EmptyAllowed: true), "Ids of checks that this scenario breaks on purpose; say why in a comment."),
            new("relations", new ValueShape.List(Relations, EmptyAllowed: true), "Ids of relations: the run is played again, changed in one way, and the two ends are compared."),
        ]);
}
