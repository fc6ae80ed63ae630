using SfMarketo.Kernel.Csv;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>Members of programs; all filters must hold.</summary>
internal sealed record MemberQuery(IReadOnlyList<string> Headers, IReadOnlyList<MemberColumn> Columns, IReadOnlyList<int> ProgramIds) : ExportQuery(Headers)
{
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
                if (!Selects(instance, member) || instance.Store.People.FindLive(member.PersonId) is not { } person || !Sees(instance, person))
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

    private bool Selects(MarketoInstance instance, ProgramMember member) => (IsExhausted ?? member.IsExhausted) == member.IsExhausted
        && (Cadence is null || Cadence == CadenceOf(instance, member))
        && StatusNames?.Contains(member.Status) != false
        && Updated?.Holds(member.UpdatedAt) != false;

    /// <summary>Members of an engagement program without streams go on at their pace.</summary>
    private static string? CadenceOf(MarketoInstance instance, ProgramMember member) =>
        member.Nurture?.Cadence ?? (instance.Assets.FindProgram(member.ProgramId)?.Type == "Engagement" ? NurtureState.Normal : null);

    private static object? ValueOf(ProgramMember member, PersonField field) => field.Name switch
    {
        "acquiredBy" => member.AcquiredBy,
        "createdAt" => WireTime.Format(member.Since),
        "isExhausted" => member.IsExhausted,
        "leadId" => member.PersonId,
        "membershipDate" => WireTime.Format(member.Since),
        "nurtureCadence" => member.Nurture?.Cadence,
        "programId" => member.ProgramId,
        "reachedSuccess" => member.ReachedSuccess,
        "reachedSuccessDate" => member.SuccessAt == 0 ? null : WireTime.Format(member.SuccessAt),
        "statusName" => member.Status,
        "trackName" => member.Nurture?.StreamName,
        "updatedAt" => WireTime.Format(member.UpdatedAt),
        _ => MemberFields.ValueOf(member, field),
    };
}
