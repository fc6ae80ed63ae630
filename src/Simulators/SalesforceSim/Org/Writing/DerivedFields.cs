using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Fields that the server fills from others (salesforce-data.md sections 9 and 10.7).</summary>
internal static class DerivedFields
{
    /// <param name="store">For stages and parents.</param>
    /// <param name="type">The object.</param>
    /// <param name="old">The version before, null for a new row.</param>
    /// <param name="values">The new values, changed here.</param>
    /// <param name="input">What was sent: a probability that was sent is kept.</param>
    /// <param name="stamp">The transaction's stamp.</param>
    public static void Apply(OrgStore store, SObjectType type, SRow? old, object?[] values, RowInput? input, long stamp)
    {
        switch (type.Name)
        {
            case "Lead" or "User":
                PersonName(type, values);
                break;
            case "Contact":
                PersonName(type, values);
                values[type.Field("IsEmailBounced").Number] = Boxes.Of(values[type.Field("EmailBouncedReason").Number] is not null);
                break;
            case "Opportunity":
                Stage(store, type, old, values, input, stamp);
                break;
            case "CampaignMember":
                Member(store, type, values, stamp);
                break;
            case "Task":
                Task(store, type, old, values, stamp);
                break;
            case "Event":
                EventTimes.Apply(type, values, input);
                values[type.Field("AccountId").Number] = AccountOf(store, values[type.Field("WhatId").Number] as string) ?? AccountOf(store, values[type.Field("WhoId").Number] as string);
                break;
            case "Case":
                Case(store, type, old, values, input, stamp);
                break;
        }
    }

    private static void PersonName(SObjectType type, object?[] values)
    {
        var name = type.NameField!.Number;
        var (first, last) = (values[type.Field("FirstName").Number] as string, values[type.Field("LastName").Number] as string);
        var full = first is null ? last : last is null ? first : first + " " + last;
        if (!string.Equals(values[name] as string, full, StringComparison.Ordinal))
        {
            values[name] = full;
        }
    }

    private static void Stage(OrgStore store, SObjectType type, SRow? old, object?[] values, RowInput? input, long stamp)
    {
        var (stageName, probability, category) = (type.Field("StageName"), type.Field("Probability"), type.Field("ForecastCategoryName"));
        var name = values[stageName.Number] as string;
        if (name is not null && (old is null || input is not null && input.Has(stageName)))
        {
            var stages = store["OpportunityStage"];
            var label = stages.Type.Field("MasterLabel");
            if (stages.Rows.FirstOrDefault(stage => string.Equals(stage[label] as string, name, StringComparison.OrdinalIgnoreCase)) is { } stage)
            {
                values[type.Field("IsClosed").Number] = stage[stages.Type.Field("IsClosed")];
                values[type.Field("IsWon").Number] = stage[stages.Type.Field("IsWon")];
                values[type.Field("ForecastCategory").Number] = stage[stages.Type.Field("ForecastCategory")];
                if (input is null || !input.Has(category))
                {
                    values[category.Number] = stage[stages.Type.Field("ForecastCategoryName")];
                }

                if (input is null || !input.Has(probability))
                {
                    values[probability.Number] = stage[stages.Type.Field("DefaultProbability")];
                }
            }

            if (old is not null && !string.Equals(old[stageName] as string, name, StringComparison.Ordinal))
            {
                values[type.Field("LastStageChangeDate").Number] = stamp;
            }
        }

        CloseDate(store, type, old, values);
        values[type.Field("ForecastCategory").Number] ??= "Pipeline";
        values[category.Number] ??= "Pipeline";
        values[type.Field("ExpectedRevenue").Number] = values[type.Field("Amount").Number] is double amount && values[probability.Number] is double percent
            ? Boxes.Of(Math.Round(amount * percent / 100, 2, MidpointRounding.AwayFromZero))
            : null;
    }

    // A push is a move into a later month.
    private static void CloseDate(OrgStore store, SObjectType type, SRow? old, object?[] values)
    {
        var (field, pushes) = (type.Field("CloseDate"), type.Field("PushCount").Number);
        if (values[field.Number] is not DateOnly day)
        {
            return;
        }

        var (year, quarter) = FiscalYear.Of(store, day);
        values[type.Field("FiscalYear").Number] = Boxes.Of(year);
        values[type.Field("FiscalQuarter").Number] = Boxes.Of(quarter);
        values[type.Field("Fiscal").Number] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year} {quarter}");
        var pushed = old?[field] is DateOnly before && day.Year * 12 + day.Month > before.Year * 12 + before.Month;
        values[pushes] = Boxes.Of((values[pushes] as int? ?? 0) + (pushed ? 1 : 0));
    }

    private static void Member(OrgStore store, SObjectType type, object?[] values, long stamp)
    {
        var status = type.Field("Status").Number;
        var statuses = values[type.Field("CampaignId").Number] is string campaign ? CampaignStatuses.Of(store, campaign) : CampaignStatuses.Standard;
        values[status] ??= statuses.Default;
        var (lead, contact) = (values[type.Field("LeadId").Number], values[type.Field("ContactId").Number]);
        var (responded, first) = (type.Field("HasResponded").Number, type.Field("FirstRespondedDate").Number);
        values[responded] = Boxes.Of(values[status] is string name && statuses.Responded.Contains(name));
        values[first] = values[responded] is true ? values[first] ?? DateOnly.FromDateTime(Kernel.Recording.Micros.ToInstant(stamp).UtcDateTime) : null;
        values[type.Field("LeadOrContactId").Number] = contact ?? lead;
        values[type.Field("Type").Number] = contact is null ? "Lead" : "Contact";
        MemberCopies.Fill(store, type, values);
    }

    private static void Task(OrgStore store, SObjectType type, SRow? old, object?[] values, long stamp)
    {
        var (isClosed, completed) = (type.Field("IsClosed"), type.Field("CompletedDateTime"));
        var closed = StatusTables.IsClosed(store, "TaskStatus", values[type.Field("Status").Number] as string);
        values[isClosed.Number] = Boxes.Of(closed);
        values[type.Field("IsHighPriority").Number] = Boxes.Of(values[type.Field("Priority").Number] is "High");
        if (closed != (old?[isClosed] is true))
        {
            values[completed.Number] = closed ? stamp : null;
        }

        values[type.Field("AccountId").Number] = AccountOf(store, values[type.Field("WhatId").Number] as string) ?? AccountOf(store, values[type.Field("WhoId").Number] as string);
    }

    // The account is the contact's, unless it was sent.
    private static void Case(OrgStore store, SObjectType type, SRow? old, object?[] values, RowInput? input, long stamp)
    {
        var (isClosed, contactId, account) = (type.Field("IsClosed"), type.Field("ContactId"), type.Field("AccountId"));
        var closed = StatusTables.IsClosed(store, "CaseStatus", values[type.Field("Status").Number] as string);
        values[isClosed.Number] = Boxes.Of(closed);
        if (closed != (old?[isClosed] is true))
        {
            values[type.Field("ClosedDate").Number] = closed ? stamp : null;
        }

        var contact = values[contactId.Number] is string id ? store.Find(id) : null;
        if (contact is not null && input is not null && input.Has(contactId) && !input.Has(account))
        {
            values[account.Number] = contact[contact.Type.Field("AccountId")];
        }

        values[type.Field("ContactPhone").Number] = contact?[contact.Type.Field("Phone")];
        values[type.Field("ContactMobile").Number] = contact?[contact.Type.Field("MobilePhone")];
        values[type.Field("ContactEmail").Number] = contact?[contact.Type.Field("Email")];
        values[type.Field("ContactFax").Number] = contact?[contact.Type.Field("Fax")];
    }

    private static object? AccountOf(OrgStore store, string? id) => id is null || store.Find(id) is not { } row ? null : row.Type.Name switch
    {
        "Account" => row.Id,
        "Opportunity" or "Contact" or "Case" => row[row.Type.Field("AccountId")],
        _ => null,
    };
}
