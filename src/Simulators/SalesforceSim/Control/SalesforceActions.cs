using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Control;
using SfMarketo.SalesforceSim.Org.Conversion;

namespace SfMarketo.SalesforceSim.Control;

/// <summary>What people do in the org, as the control API offers it. Commits bear the action's name as cause.</summary>
internal static class SalesforceActions
{
    private const string IdHelp = "write the record's id, 15 or 18 characters";

    public static IReadOnlyList<ControlAction> Of(SalesforceOrg org) =>
    [
        new("create", """{"object": "Lead", "fields": {"LastName": "Lovelace", "Company": "Engines"}}""", (input, json) => Create(org, input, json)),
        new("edit", """{"id": "00Q...", "fields": {"Status": "Working - Contacted"}}""", (input, json) => Edit(org, input, json)),
        new("convert", """a Lead, by id or e-mail: {"id": "00Q..."} or {"email": "..."}; optional accountId, contactId, opportunityName, opportunity (false: none), ownerId, status""", (input, json) => Convert(org, input, json)),
        new("merge", """{"object": "Lead", "master": "00Q...", "losers": ["00Q..."], "fields": {}}, one or two losers, fields optional""", (input, json) => Merge(org, input, json)),
        new("delete", """into the recycle bin: {"id": "00Q..."}""", (input, json) => Delete(org, input, json)),
        new("undelete", """out of the recycle bin: {"id": "00Q..."}""", (input, json) => Undelete(org, input, json)),
        new("win", """an opportunity: {"id": "006..."}""", (input, json) => Stage(org, input, json, "win", "Closed Won")),
        new("lose", """an opportunity: {"id": "006..."}""", (input, json) => Stage(org, input, json, "lose", "Closed Lost")),
        new("reopen", """an opportunity: {"id": "006...", "stage": "Prospecting"}, stage optional""", (input, json) => Stage(org, input, json, "reopen", null)),
        new("lock", """a record, as the long transaction of somebody else does: {"id": "001...", "seconds": 30}; 0 lets go""", (input, json) => Lock(org, input, json)),
        new("spendCalls", """requests of somebody else: {"calls": 5000}""", (input, json) => Spend(org, input, json)),
        .. SignInActions.Of(org),
    ];

    private static void Create(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var name = ObjectName(org, input);
        var fields = input.RequiredFields("fields", "write the record's fields by their API names");
        input.End();
        json.WriteString("id"u8, org.CreateRow(name, fields, "create"));
    }

    private static void Edit(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var id = input.RequiredText("id", IdHelp);
        var fields = input.RequiredFields("fields", "write what changes, by API names");
        input.End();
        org.UpdateRow(id, fields, "edit");
        json.WriteString("id"u8, org.Find(id)!.Id);
    }

    private static void Convert(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var id = input.Text("id");
        var email = input.Text("email");
        var defaults = new LeadConversion();
        var options = new LeadConversion
        {
            AccountId = input.Text("accountId"),
            ContactId = input.Text("contactId"),
            OpportunityName = input.Text("opportunityName"),
            DoNotCreateOpportunity = input.Flag("opportunity") == false,
            OwnerId = input.Text("ownerId"),
            ConvertedStatus = input.Text("status") ?? defaults.ConvertedStatus,
        };
        input.End();
        if (id is null == email is null)
        {
            throw input.Missing("id", "write either id or email of the Lead");
        }

        var result = org.ConvertLead(id ?? LeadOf(org, input, email!), options, "convert");
        json.WriteString("leadId"u8, result.LeadId);
        json.WriteString("accountId"u8, result.AccountId);
        json.WriteString("contactId"u8, result.ContactId);
        json.WriteString("opportunityId"u8, result.OpportunityId);
    }

    private static string LeadOf(SalesforceOrg org, ControlInput input, string email)
    {
        var found = org.Rows("Lead").Where(row => string.Equals(row.Text("Email"), email, StringComparison.OrdinalIgnoreCase) && row.Get("IsConverted") is false).Select(row => row.Id).ToList();
        return found.Count == 1 ? found[0] : throw input.Wrong(
            "email", found.Count == 0 ? "fits no open Lead" : string.Create(CultureInfo.InvariantCulture, $"fits {found.Count} open Leads"), found.Count == 0 ? "write the address of an open Lead, or its id" : $"write the id of one: {string.Join(", ", found)}");
    }

    private static void Merge(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var name = ObjectName(org, input);
        var master = input.RequiredText("master", IdHelp);
        var losers = input.Texts("losers");
        var fields = input.Fields("fields");
        input.End();
        if (losers.Count is 0 or > 2)
        {
            throw input.Wrong("losers", "must be one or two ids", """write "losers": ["00Q..."]""");
        }

        org.MergeRows(name, master, losers, fields, "merge");
        json.WriteString("id"u8, org.Find(master)!.Id);
    }

    private static void Delete(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var id = input.RequiredText("id", IdHelp);
        input.End();
        org.DeleteRow(id, "delete");
        json.WriteString("id"u8, org.Find(id)!.Id);
    }

    private static void Undelete(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var id = input.RequiredText("id", IdHelp);
        input.End();
        org.UndeleteRow(id, "undelete");
        json.WriteString("id"u8, org.Find(id)!.Id);
    }

    private static void Stage(SalesforceOrg org, ControlInput input, Utf8JsonWriter json, string cause, string? stage)
    {
        var id = input.RequiredText("id", IdHelp);
        stage ??= input.Text("stage") ?? "Prospecting";
        input.End();
        if (org.Find(id) is not { Object: "Opportunity" } row)
        {
            throw input.Wrong("id", "is no opportunity's", "write the id of an opportunity, 006...");
        }

        org.UpdateRow(row.Id, [new("StageName", stage)], cause);
        var after = org.Find(id)!;
        json.WriteString("id"u8, after.Id);
        json.WriteString("stage"u8, after.Text("StageName"));
        json.WriteBoolean("isClosed"u8, after.Get("IsClosed") is true);
        json.WriteBoolean("isWon"u8, after.Get("IsWon") is true);
    }

    private static void Lock(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var id = input.RequiredText("id", IdHelp);
        var seconds = input.RequiredWhole("seconds", 0, 86_400, "write for how long, 0 to let go");
        input.End();
        org.LockRow(id, TimeSpan.FromSeconds(seconds));
        json.WriteString("id"u8, org.Find(id)!.Id);
    }

    private static void Spend(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var calls = input.RequiredWhole("calls", 1, 100_000_000, "write how many");
        input.End();
        org.SpendRequests(calls);
        json.WriteNumber("requestsInLast24Hours"u8, org.RequestsUsed);
    }

    private static string ObjectName(SalesforceOrg org, ControlInput input)
    {
        var name = input.RequiredText("object", "write Lead, Contact, Account, Opportunity, Task, ...");
        foreach (var type in org.Store.Schema.Objects)
        {
            if (type.Name == name)
            {
                return name;
            }
        }

        throw input.Wrong("object", $"'{name}' is no object of this org", $"there are {string.Join(", ", org.Store.Schema.Objects.Select(type => type.Name))}");
    }
}
