using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>How the records name things, and what each check asks of an entry.</summary>
internal static class RecordWords
{
    public const string Marketo = "marketo";
    public const string Salesforce = "salesforce";
    public const string Person = "Person";
    public const string Lead = "Lead";
    public const string Contact = "Contact";
    public const string Account = "Account";
    public const string Company = "Company";
    public const string Activity = "Activity";
    public const string Task = "Task";
    public const string TaskKey = "MarketoGuid__c";
    public const string PersonLink = "sfdcPersonId";
    public const string RowLink = "MarketoPersonId__c";
    public const string CompanyKey = "externalCompanyId";

    /// <summary>An id or a value as text, whatever its type; empty for null.</summary>
    public static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    public static bool IsPerson(this in CommitEntry entry) => entry.Sim == Marketo && entry.Object == Person;

    /// <summary>A Lead or a Contact.</summary>
    public static bool IsSalesforcePerson(this in CommitEntry entry) => entry.Sim == Salesforce && entry.Object is Lead or Contact;

    public static bool IsEngine(this in CommitEntry entry, CheckSettings settings) =>
        entry.Actor == Actor.Client && entry.Cause == (entry.Sim == Marketo ? settings.MarketoClient : settings.SalesforceClient);

    /// <summary>A second arrival of one request is the network's doing, not the engine's.</summary>
    public static bool IsEngine(this in CallEntry entry, CheckSettings settings) =>
        entry.Fault != NetworkFates.Duplicated && entry.Client == (entry.Sim == Marketo ? settings.MarketoClient : settings.SalesforceClient);

    /// <summary>Whether what the call returned reached the engine, as far as the records tell: an answer with an error inside was no answer, one that the network lost came to nobody.</summary>
    public static bool GivesEngine(this in CallEntry entry, CheckSettings settings) => entry.Status < 300 && entry.Fault != NetworkFates.Lost && entry.IsEngine(settings);

    /// <summary>The new value of a field, when the commit changes it.</summary>
    public static bool TryNew(this in CommitEntry entry, string field, out object? value)
    {
        foreach (var change in entry.Fields)
        {
            if (change.Name == field)
            {
                value = change.New;
                return true;
            }
        }

        value = null;
        return false;
    }

    public static string Named(this in CommitEntry entry) => entry.Object + " " + entry.Id;

    /// <summary>A Marketo call that takes a place in the window and a call of the day.</summary>
    /// <remarks>Adobe stars 601, 602, 604, 605, 608 and 611 as not counted; identity never counts; the web server's own refusals never reach the counter.</remarks>
    public static bool IsCounted(this in CallEntry entry)
    {
        if (entry.Sim != Marketo
            || !(entry.Path.StartsWith("/rest/", StringComparison.Ordinal) || entry.Path.StartsWith("/bulk/", StringComparison.Ordinal))
            || entry.Status is 413 or 414 or 501)
        {
            return false;
        }

        foreach (var code in entry.Codes)
        {
            if (code is "601" or "602" or "604" or "605" or "608" or "611")
            {
                return false;
            }
        }

        return true;
    }

    public static bool Has(this in CallEntry entry, string code)
    {
        foreach (var one in entry.Codes)
        {
            if (one == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A POST that reads, by <c>_method=GET</c>, is no write.</summary>
    public static bool IsWrite(this in CallEntry entry) =>
        entry.Method is "POST" or "PATCH" or "PUT" or "DELETE"
        && !entry.Query.Contains("_method=GET", StringComparison.OrdinalIgnoreCase)
        && !entry.IsIdentity();

    /// <summary>A write of people by Marketo's own path for it.</summary>
    public static bool IsLeadWrite(this in CallEntry entry) => entry.Sim == Marketo && entry.IsWrite() && entry.Path == "/rest/v1/leads.json";

    public static bool IsIdentity(this in CallEntry entry) =>
        entry.Path.StartsWith("/identity/", StringComparison.Ordinal) || entry.Path.StartsWith("/services/oauth2/token", StringComparison.Ordinal);
}
