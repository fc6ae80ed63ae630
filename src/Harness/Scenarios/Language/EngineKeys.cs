namespace SfMarketo.Harness.Scenarios.Language;

internal static class EngineKeys
{
    private static readonly MapShape Poll = new(
        "the polls",
        "How often the engine asks.",
        new("salesforce", new ValueShape.Duration(), "Between two polls of Salesforce."),
        new("marketo", new ValueShape.Duration(), "Between two polls of Marketo."));

    private static readonly MapShape Flush = new(
        "a flush",
        "When a batch leaves.",
        [new("age", new ValueShape.Duration(), "The longest that a write waits for others to fill its batch.")]);

    public static MapShape Shape { get; } = new(
        "an engine",
        "Settings of the sync engine; what is left out keeps the engine's default.",
        new("exclusive", new ValueShape.Flag(), "True: nobody else spends the instance's calls, the engine may use the whole window."),
        new("recordsPerCall", new ValueShape.Count(1, 300), "The most records in one Marketo push."),
        new("poll", new ValueShape.Nested(Poll), "How often the engine asks."),
        new("flush", new ValueShape.Nested(Flush), "When a batch leaves."),
        new("overlap", new ValueShape.Duration(ZeroAllowed: true), "How far behind its mark the engine reads Salesforce again, for rows that become visible late; 0s: not at all."),
        new("rescan", new ValueShape.Duration(), "How often the engine reads the last half hour of Marketo's streams again."),
        new("dialect", new ValueShape.Word(new KnownWord("vendor", "The forms that the vendor documents."), new KnownWord("seed", "The seed's forms, which the vendor refuses and the simulator takes.")), "How the engine speaks to Marketo."),
        new("refreshTokenBefore", new ValueShape.Duration(), "Marketo's token is asked for so long before it ends."),
        new("reengagementDelay", new ValueShape.Duration(), "How long after the last loss a person enters the re-engagement track."),
        new("suppressBy", new ValueShape.Word(new KnownWord("list", "People are put on the suppression list."), new KnownWord("delete", "People are removed from the acquisition programs, as the seed asks.")), "How people leave the acquisition programs."),
        new(
            "durability",
            new ValueShape.Word(
                new KnownWord("full", "A power cut: a commit is on the disk before the engine goes on. The production setting."),
                new KnownWord("normal", "A kill. A power cut may take the commits of the last 30 seconds. The default of scenarios, because it is faster.")),
            "What a commit of the engine's state survives."));
}
