namespace SfMarketo.Harness.Records;

/// <summary>One of a run's record files.</summary>
/// <param name="Letter">Its letter in order.txt.</param>
/// <param name="Sim">Whose records; empty for those of the run itself.</param>
/// <param name="Kind">What kind of records.</param>
/// <param name="Name">In the run's folder.</param>
public sealed record RecordFile(char Letter, string Sim, RecordKind Kind, string Name)
{
    private const string Marketo = "marketo";
    private const string Salesforce = "salesforce";

    /// <summary>Marketo's letters are small ones, Salesforce's capitals.</summary>
    public static IReadOnlyList<RecordFile> All { get; } =
    [
        new('j', Marketo, RecordKind.Call, "marketo.journal.jsonl"),
        new('c', Marketo, RecordKind.Commit, "marketo.commits.jsonl"),
        new('d', Marketo, RecordKind.Delivery, "marketo.delivered.jsonl"),
        new('m', Marketo, RecordKind.Message, "marketo.messages.jsonl"),
        new('J', Salesforce, RecordKind.Call, "salesforce.journal.jsonl"),
        new('C', Salesforce, RecordKind.Commit, "salesforce.commits.jsonl"),
        new('D', Salesforce, RecordKind.Delivery, "salesforce.delivered.jsonl"),
        new('M', Salesforce, RecordKind.Message, "salesforce.messages.jsonl"),
        new('T', "", RecordKind.Tally, TallyLine.FileName),
    ];

    /// <exception cref="ArgumentException">No simulator has that name.</exception>
    public static char LetterOf(string sim, RecordKind kind) => sim switch
    {
        Marketo => "jcdm"[(int)kind],
        Salesforce => "JCDM"[(int)kind],
        _ => throw new ArgumentException($"'{sim}' is no simulator.", nameof(sim)),
    };
}
