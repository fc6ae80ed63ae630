namespace SfMarketo.SalesforceSim.Org.Schema;

/// <content>Events, cases and the history of opportunities.</content>
internal static partial class StandardObjects
{
    private const string Event = """
        Event 00U "Event" "Events"
        IsDeleted boolean ro "Deleted"
        WhoId ref ix ->Contact,Lead(Who) /Events cascade "Name ID"
        WhatId ref ix ->Account,Campaign,Case,Opportunity(What) /Events cascade "Related To ID"
        Subject combobox(255) @EventSubject name
        Location string(255)
        IsAllDayEvent boolean "All-Day Event"
        ActivityDateTime datetime "Due Date Time"
        ActivityDate date "Due Date Only"
        DurationInMinutes int(8) "Duration"
        StartDateTime datetime "Start Date Time"
        EndDateTime datetime "End Date Time"
        EndDate date calc
        Description textarea(32000)
        AccountId ref calc ix lock ->Account(Account) "Account ID"
        OwnerId ref R D ->User(Owner) "Assigned To ID"
        Type picklist(40) @EventType
        IsPrivate boolean "Private"
        ShowAs picklist(40) D @ShowAs "Show Time As"
        IsChild boolean ro "Is Child"
        IsGroupEvent boolean ro "Is Group Event"
        GroupEventType picklist(40) ro @GroupEventType "Group Event Type"
        IsArchived boolean ro "Archived"
        IsRecurrence boolean ro "Create Recurring Series of Events"
        ReminderDateTime datetime "Reminder Date/Time"
        IsReminderSet boolean "Reminder Set"
        EventSubtype picklist(40) co D @EventSubtype
        """;

    private const string Case = """
        Case 500 "Case" "Cases"
        IsDeleted boolean ro "Deleted"
        MasterRecordId ref ro ->Case(MasterRecord) "Master Record ID"
        CaseNumber string(30) R D calc name key auto:{00000000} "Case Number"
        ContactId ref ix lock ->Contact(Contact) /Cases "Contact ID"
        AccountId ref ix lock ->Account(Account) /Cases "Account ID"
        ParentId ref ix ->Case(Parent) /Cases "Parent Case ID"
        SuppliedName string(80) "Name"
        SuppliedEmail email(80) "Email Address"
        SuppliedPhone string(40) "Phone"
        SuppliedCompany string(80) "Company"
        Type picklist(255) @CaseType "Case Type"
        Status picklist(255) D @CaseStatus
        Reason picklist(255) @CaseReason "Case Reason"
        Origin picklist(255) @CaseOrigin "Case Origin"
        Subject string(255)
        Priority picklist(255) D @CasePriority
        Description textarea(32000)
        IsClosed boolean calc "Closed"
        ClosedDate datetime calc "Closed Date"
        IsEscalated boolean "Escalated"
        OwnerId ref R D ->Group,User(Owner)
        ContactPhone phone(40) calc
        ContactMobile phone(40) calc
        ContactEmail email(80) calc
        ContactFax phone(40) calc
        LastViewedDate datetime ro
        LastReferencedDate datetime ro
        """;

    private const string OpportunityHistory = """
        OpportunityHistory 008 "Opportunity History" "Opportunity History" ro
        IsDeleted boolean ro "Deleted"
        OpportunityId ref R ix ->Opportunity(Opportunity) /OpportunityHistories cascade "Opportunity ID"
        StageName picklist(255) @StageName "Stage Name"
        Amount currency(16,2)
        ExpectedRevenue currency(16,2)
        CloseDate date
        Probability percent(3,0)
        ForecastCategory picklist(40) @ForecastCategory "To ForecastCategory"
        PrevAmount currency(16,2) "Previous Amount"
        PrevCloseDate date "Previous Close Date"
        """;
}
