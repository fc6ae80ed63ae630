using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>GET /rest/v1/programs/{id}/members.json</c>: by leadId, statusName or reachedSuccess, or by updatedAt over at most seven days.</summary>
internal static class MembersByFilter
{
    private const int MaxMatches = 100_000;
    private const int MaxValues = 300;
    private const long MaxSpan = 7L * 24 * 3600 * Micros.PerSecond;

    public static void Answer(MarketoCall call)
    {
        if (!TryReadFilter(call, out var matches) || !MemberFields.TryResolve(call, out var fields) || !call.TryReadBatchSize(out var size)
            || !call.TryReadAfterId(out var after) || MemberStatus.FindProgram(call) is not { } program)
        {
            return;
        }

        if (LimitedCount(call, program, matches) is var found and > MaxMatches)
        {
            call.Fail(MarketoErrors.InvalidData($"Matching membership size: {found:N0} exceeds the limit allowed ({MaxMatches:N0}) for this api"));
            return;
        }

        call.StartResult();
        var seq = 0;
        string? next = null;
        var last = 0;
        foreach (var member in call.Parameters["filterType"] == "leadId" ? OfPeople(call, program) : call.Store.Members.Of(program.Id))
        {
            if (member.PersonId <= after || !matches(member))
            {
                continue;
            }

            if (seq == size)
            {
                next = new PageToken(PageTokenKind.AfterId, last).ToString();
                break;
            }

            last = member.PersonId;
            WriteMember(call, member, fields, seq++);
        }

        call.Sim.Records = seq;
        call.EndResult(next, next is null ? null : true);
    }

    /// <summary>How many match, where it matters: the limit concerns all filters but leadId, and no program with fewer members.</summary>
    private static int LimitedCount(MarketoCall call, MarketoProgram program, Func<ProgramMember, bool> matches) =>
        call.Parameters["filterType"] == "leadId" || call.Store.Members.CountOf(program.Id) <= MaxMatches ? 0 : call.Store.Members.Of(program.Id).Count(matches);

    /// <summary>The members among the people asked for, by person: a look-up each, as programs are large and such questions frequent.</summary>
    private static List<ProgramMember> OfPeople(MarketoCall call, MarketoProgram program)
    {
        var found = new SortedDictionary<int, ProgramMember>();
        foreach (var value in call.Parameters.List("filterValues"))
        {
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && call.Store.Members.Find(program.Id, id) is { } member)
            {
                found[id] = member;
            }
        }

        return [.. found.Values];
    }

    private static void WriteMember(MarketoCall call, ProgramMember member, IReadOnlyList<PersonField> fields, int seq)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("seq"u8, seq);
        foreach (var field in fields)
        {
            MemberFields.Write(call.Json, member, field);
        }

        call.Json.WriteEndObject();
        call.Sim.Deliver("ProgramMember", $"{member.ProgramId}/{member.PersonId}", member.Version);
    }

    private static bool TryReadFilter(MarketoCall call, out Func<ProgramMember, bool> matches)
    {
        matches = _ => false;
        var type = call.Parameters["filterType"];
        if (type == "updatedAt")
        {
            return TryReadSpan(call, out matches);
        }

        var values = call.Parameters.List("filterValues");
        if (type is null || values.Count == 0)
        {
            return Refuse(call, MarketoErrors.MissingParameter(type is null ? "filterType" : "filterValues"));
        }

        if (call.Instance.MemberSchema.Find(type) is not { Searchable: true } field)
        {
            return Refuse(call, MarketoErrors.LookupNotSupported(type));
        }

        if (values.Count > MaxValues)
        {
            return Refuse(call, MarketoErrors.InvalidData($"The number of filterValues {values.Count} is over {MaxValues}"));
        }

        var wanted = values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        matches = type switch
        {
            "leadId" => member => wanted.Contains(PersonWriter.IdText(member.PersonId)),
            "statusName" => member => wanted.Contains(member.Status),
            "reachedSuccess" => member => wanted.Contains(member.ReachedSuccess ? "true" : "false"),
            _ => member => PersonWriter.Wire(MemberFields.ValueOf(member, field)) is { } value && wanted.Contains(value),
        };
        return true;
    }

    private static bool TryReadSpan(MarketoCall call, out Func<ProgramMember, bool> matches)
    {
        matches = _ => false;
        var (startText, endText) = (call.Parameters["startAt"], call.Parameters["endAt"]);
        if (startText is null || endText is null)
        {
            return Refuse(call, MarketoErrors.MissingParameter(startText is null ? "startAt" : "endAt"));
        }

        if (!WireTime.TryParse(startText, out var start) || !WireTime.TryParse(endText, out var end))
        {
            return Refuse(call, MarketoErrors.InvalidDate(startText));
        }

        var (low, high) = (Micros.From(start), Micros.From(end));
        matches = member => member.UpdatedAt >= low && member.UpdatedAt <= high;
        return high - low <= MaxSpan || Refuse(call, MarketoErrors.InvalidData("The date range is over 7 days"));
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
