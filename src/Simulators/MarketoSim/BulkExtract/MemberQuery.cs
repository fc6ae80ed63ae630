using SfMarketo.Kernel.Csv;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>Members of programs; all filters must hold.</summary>
internal sealed record MemberQuery(IReadOnlyList<string> Headers, IReadOnlyList<MemberColumn> Columns, IReadOnlyList<int> ProgramIds) : ExportQuery(Headers)
{
    private const string Running = "norm";

    public bool? IsExhausted { get; init; }

    /// <summary><c>norm</c> or <c>paus</c>.</summary>
    public string? Cadence { get; init; }

    public IReadOnlySet<string>? StatusNames { get; init; }

    public DateRange? Updated { get; init; }

    protected override int WriteRows(MarketoInstance instance, long now, CsvWriter writer)
    {
        var count = 0;
        foreach (var program in ProgramIds)
        {
            foreach (var member in instance.Store.Members.Of(program))
            {
                if (!Selects(instance, member) || instance.Store.People.FindLive(member.PersonId) is not { } person)
                {
                    continue;
                }

                foreach (var (field, ofPerson) in Columns)
                {
                    WriteValue(writer, ofPerson ? person.Values[field.Number] : ValueOf(member, field));
                }

                writer.EndRow();
                count++;
            }
        }

        return count;
    }

    /// <summary>Streams are not simulated: nobody has used up a stream's content, and all members of engagement programs go on at their pace.</summary>
    private bool Selects(MarketoInstance instance, ProgramMember member) => IsExhausted != true
        && (Cadence is null || (Cadence == Running && instance.Assets.FindProgram(member.ProgramId)?.Type == "Engagement"))
        && StatusNames?.Contains(member.Status) != false
        && Updated?.Holds(member.UpdatedAt) != false;

    private static object? ValueOf(ProgramMember member, PersonField field) => field.Name switch
    {
        "acquiredBy" or "isExhausted" => false,
        "leadId" => member.PersonId,
        "membershipDate" => WireTime.Format(member.Since),
        "programId" => member.ProgramId,
        "reachedSuccess" => member.ReachedSuccess,
        "statusName" => member.Status,
        "updatedAt" => WireTime.Format(member.UpdatedAt),
        _ => MemberFields.ValueOf(member, field),
    };
}
