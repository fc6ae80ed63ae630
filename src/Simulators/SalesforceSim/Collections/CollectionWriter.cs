using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Overrides;
using SfMarketo.SalesforceSim.Control;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Collections;

/// <summary>Applies the records of a collection call, each by itself or all or none, and answers HTTP 200 with one result each.</summary>
internal static class CollectionWriter
{
    /// <param name="org">The org.</param>
    /// <param name="call">The call.</param>
    /// <param name="items">In the order of the request; those with an error already are left alone.</param>
    /// <param name="allOrNone">One failure undoes all.</param>
    /// <param name="write">Writes one record.</param>
    public static void Run(SalesforceOrg org, SimCall call, List<CollectionItem> items, bool allOrNone, Func<Transaction, CollectionItem, WriteResult> write)
    {
        Apply(org, call, items, allOrNone, write);
        Answer(call, items);
    }

    /// <summary>The same without an answer: results and errors stand in the items.</summary>
    public static void Apply(SalesforceOrg org, SimCall call, List<CollectionItem> items, bool allOrNone, Func<Transaction, CollectionItem, WriteResult> write)
    {
        call.Records = items.Count;
        foreach (var item in items)
        {
            item.Error = call.NextRecordError() ?? item.Error;
        }

        if (allOrNone)
        {
            RunAllOrNone(org, call, items, write);
        }
        else
        {
            foreach (var item in items)
            {
                RunOne(org, call, item, write);
            }
        }
    }

    private static void RunOne(SalesforceOrg org, SimCall call, CollectionItem item, Func<Transaction, CollectionItem, WriteResult> write)
    {
        if (item.Error is not null)
        {
            return;
        }

        var transaction = org.Begin(call);
        Apply(item, write(transaction, item));
        if (item.Error is null)
        {
            transaction.Commit();
        }
        else
        {
            transaction.Rollback();
        }
    }

    private static void RunAllOrNone(SalesforceOrg org, SimCall call, List<CollectionItem> items, Func<Transaction, CollectionItem, WriteResult> write)
    {
        var transaction = org.Begin(call);
        var failed = false;
        foreach (var item in items)
        {
            if (item.Error is null)
            {
                Apply(item, write(transaction, item));
            }

            failed |= item.Error is not null;
        }

        if (!failed)
        {
            transaction.Commit();
            return;
        }

        transaction.Rollback();
        foreach (var item in items)
        {
            item.Error ??= RowErrors.RolledBack;
        }
    }

    private static void Apply(CollectionItem item, WriteResult result)
    {
        item.Row = result.Row ?? item.Row;
        item.Error = result.Error;
    }

    /// <summary>The error as <c>answer.override</c> has it.</summary>
    public static RowError? Overridden(SimCall call, RowError? error) =>
        error is not null && ((SalesforceOrg)call.Simulator).Switches.AnswerOverride.Find(call.Http, error.Code) is { Level: OverrideLevel.Record } other
            ? error with { Code = other.Code, Message = other.Text.Length > 0 ? other.Text : error.Message }
            : error;

    private static void Answer(SimCall call, List<CollectionItem> items)
    {
        var json = call.Json;
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            if (Overridden(call, item.Error) is not { } error)
            {
                json.WriteString("id"u8, item.Row!.Id);
                json.WriteBoolean("success"u8, true);
                json.WriteStartArray("errors"u8);
                json.WriteEndArray();
                if (item.Created is { } created)
                {
                    json.WriteBoolean("created"u8, created);
                }
            }
            else
            {
                call.AddCode(error.Code);
                if (item.SentId is not null)
                {
                    json.WriteString("id"u8, item.SentId);
                }

                json.WriteBoolean("success"u8, false);
                json.WriteStartArray("errors"u8);
                json.WriteStartObject();
                json.WriteString("statusCode"u8, error.Code);
                json.WriteString("message"u8, error.Message);
                json.WriteStartArray("fields"u8);
                foreach (var field in error.Fields ?? [])
                {
                    json.WriteStringValue(field);
                }

                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndArray();
                if (item.Created is not null)
                {
                    json.WriteBoolean("created"u8, false);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
