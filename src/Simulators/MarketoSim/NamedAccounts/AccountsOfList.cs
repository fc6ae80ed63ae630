using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim.NamedAccounts;

/// <summary>The accounts of one list: <c>GET</c> and <c>POST /rest/v1/namedAccountList/{id}/namedAccounts.json</c>, and <c>.../namedAccounts/remove.json</c>.</summary>
/// <remarks>
/// Source: Marketo REST API, "Named account lists". That adding an account again is <c>added</c>, and removing one that is not on the list is skipped with 1013, is unverified.
/// </remarks>
internal static class AccountsOfList
{
    public static void Answer(MarketoCall call)
    {
        if (FindList(call) is { } list)
        {
            ObjectsByFilter.AnswerPage(call, call.Store.Objects.NamedAccounts, [.. call.Store.Objects.AccountsOfLists.Of(list.Place)]);
        }
    }

    public static void Add(MarketoCall call) => Change(call, "added"u8, "add", (lists, list, account) =>
    {
        lists.Add(list, account);
        return true;
    });

    public static void Remove(MarketoCall call) => Change(call, "removed"u8, "remove", (lists, list, account) => lists.Remove(list, account));

    private static void Change(MarketoCall call, ReadOnlySpan<byte> done, string op, Func<AccountLists, int, int, bool> change)
    {
        var accounts = call.Store.Objects.NamedAccounts;
        var request = new ObjectRequest(accounts.Kind);
        if (FindList(call) is not { } list || !request.TryRead(call, byMember: null))
        {
            return;
        }

        call.Sim.Records = request.Records.Count;
        call.StartResult();
        for (var seq = 0; seq < request.Records.Count; seq++)
        {
            var record = request.Records[seq];
            var row = record.Problem is null ? record.Find(accounts) : null;
            if ((call.NextRecordFault() ?? record.Problem) is { } problem)
            {
                call.WriteSkipped(problem, seq);
            }
            else if (row is null || !change(call.Store.Objects.AccountsOfLists, list.Place, row.Place))
            {
                call.WriteSkipped(MarketoErrors.RecordNotFound, seq);
            }
            else
            {
                Commit(call, list, accounts.Kind, row, op);
                ObjectSync.WriteResult(call, accounts.Kind, row, seq, done);
            }
        }

        call.EndResult();
    }

    private static void Commit(MarketoCall call, ObjectRow list, ObjectKind kind, ObjectRow account, string op)
    {
        var context = call.Context;
        var id = PersonWriter.Wire(list.Values[call.Store.Objects.NamedAccountLists.Kind.Id.Number])!;
        call.Instance.Recorder.Commit(context.Call, context.At, "NamedAccountListMember", $"{id}/{account.Values[kind.Id.Number]}", op, context.Actor, context.Cause, Array.Empty<FieldChange>());
    }

    private static ObjectRow? FindList(MarketoCall call)
    {
        if (call.Store.Objects.NamedAccountLists.FindById((string)call.Sim.Http.Request.RouteValues["id"]!) is { } list)
        {
            return list;
        }

        call.Fail(MarketoErrors.ObjectNotFound);
        return null;
    }
}
