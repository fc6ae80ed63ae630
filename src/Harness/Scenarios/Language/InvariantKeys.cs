using SfMarketo.Harness.Checks;

namespace SfMarketo.Harness.Scenarios.Language;

internal static class InvariantKeys
{
    private static readonly ValueShape.Word Checks = new([.. Judges.Catalog.Select(check => new KnownWord(check.Id, check.Title))]);

    public static MapShape Shape { get; } = new(
        "the invariants",
        "The rules that hold in every run.",
        [new("skip", new ValueShape.List(Checks, EmptyAllowed: true), "Ids of checks that this scenario breaks on purpose; say why in a comment.")]);
}
