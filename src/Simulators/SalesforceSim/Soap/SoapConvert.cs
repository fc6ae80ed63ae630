using SfMarketo.SalesforceSim.Collections;
using SfMarketo.SalesforceSim.Control;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Conversion;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary><c>convertLead</c>, up to 100 leads, each in a transaction of its own (salesforce-rest.md section 8.3).</summary>
internal static class SoapConvert
{
    private const int MostLeads = 100;

    public static void Run(SoapCall soap)
    {
        var wishes = soap.Arguments.Children.Where(child => child.Name == "leadConverts").ToList();
        if (wishes.Count > MostLeads)
        {
            throw new SoapFaultException("EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {MostLeads} records into this call");
        }

        soap.Call.Records = wishes.Count;
        foreach (var wish in wishes)
        {
            var (result, error) = Convert(soap, wish);
            Write(soap, result, CollectionWriter.Overridden(soap.Call, error));
        }
    }

    private static (LeadConversionResult? Result, RowError? Error) Convert(SoapCall soap, SoapNode wish)
    {
        var (org, id) = (soap.Org, wish.TextOf("leadId"));
        if (soap.Call.NextRecordError() is { } fault)
        {
            return (null, fault);
        }

        if (id is null || wish.TextOf("convertedStatus") is not { } status)
        {
            return (null, RowErrors.Required([id is null ? "leadId" : "convertedStatus"]));
        }

        var item = new CollectionItem();
        if (CollectionEndpoints.FindRow(org, item, null, id, "") is { } missing)
        {
            return (null, missing);
        }

        var transaction = org.Begin(soap.Call);
        var (result, error) = org.Converter.Convert(transaction, item.Row!, Options(wish, status), org.Switches.ConversionRunsLeadRules);
        if (result is null)
        {
            transaction.Rollback();
        }
        else
        {
            transaction.Commit();
        }

        return (result, error);
    }

    private static LeadConversion Options(SoapNode wish, string status) => new()
    {
        AccountId = wish.TextOf("accountId"),
        ContactId = wish.TextOf("contactId"),
        ConvertedStatus = status,
        DoNotCreateOpportunity = wish.IsTrue("doNotCreateOpportunity"),
        OpportunityId = wish.TextOf("opportunityId"),
        OpportunityName = wish.TextOf("opportunityName"),
        OwnerId = wish.TextOf("ownerId"),
        OverwriteLeadSource = wish.IsTrue("overwriteLeadSource"),
    };

    private static void Write(SoapCall soap, LeadConversionResult? result, RowError? error)
    {
        result = error is null ? result : null;
        soap.Xml.Start("result");
        soap.Xml.ElementOrNil("accountId", result?.AccountId);
        soap.Xml.ElementOrNil("contactId", result?.ContactId);
        if (error is not null)
        {
            SoapResults.WriteError(soap, error);
        }

        soap.Xml.ElementOrNil("leadId", result?.LeadId);
        soap.Xml.ElementOrNil("opportunityId", result?.OpportunityId);
        soap.Xml.Element("success", error is null);
        soap.Xml.End("result");
    }
}
