using SfMarketo.SalesforceSim.Collections;
using SfMarketo.SalesforceSim.Control;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Merging;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary><c>merge</c>: masters with up to two losers each (salesforce-rest.md section 8.4). The element of a request is named as the client likes: WSDL <c>request</c>, jsforce <c>mergeRequests</c>.</summary>
internal static class SoapMerge
{
    public static void Run(SoapCall soap)
    {
        var requests = soap.Arguments.Children;
        if (requests.Count > CollectionBody.MostRecords)
        {
            throw new SoapFaultException("EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {CollectionBody.MostRecords} records into this call");
        }

        soap.Call.Records = requests.Count;
        var reader = new SoapRowReader(soap.Org);
        foreach (var request in requests)
        {
            Merge(soap, reader, request);
        }
    }

    private static void Merge(SoapCall soap, SoapRowReader reader, SoapNode request)
    {
        var org = soap.Org;
        var input = new RowInput();
        reader.Read(request.Child("masterRecord") ?? throw new SoapFaultException("MISSING_ARGUMENT", "masterRecord not specified"), input, creates: false);
        var (master, losers, error) = Find(soap, input, request.TextsOf("recordToMergeIds"));
        List<string> moved = [];
        if (error is null)
        {
            var transaction = org.Begin(soap.Call);
            var result = RowMerger.Merge(transaction, org.Writer, master!, losers, input);
            error = result.Error;
            if (error is not null)
            {
                transaction.Rollback();
            }
            else
            {
                moved = [.. transaction.Written.Select(row => row.Id).Distinct().Where(id => id != master!.Id && losers.TrueForAll(loser => loser.Id != id))];
                transaction.Commit();
            }
        }

        Write(soap, master, losers, moved, CollectionWriter.Overridden(soap.Call, error));
    }

    private static (SRow? Master, List<SRow> Losers, RowError? Error) Find(SoapCall soap, RowInput input, IReadOnlyList<string> ids)
    {
        if (soap.Call.NextRecordError() is { } fault)
        {
            return (null, [], fault);
        }

        var master = new CollectionItem();
        if (CollectionEndpoints.FindRow(soap.Org, master, input.Type, input.Id, "Id not specified in the master record") is { } missing)
        {
            return (null, [], missing);
        }

        var losers = new List<SRow>(ids.Count);
        foreach (var id in ids)
        {
            var loser = new CollectionItem();
            if (CollectionEndpoints.FindRow(soap.Org, loser, null, id, "recordToMergeIds not specified") is { } unknown)
            {
                return (null, [], unknown);
            }

            losers.Add(loser.Row!);
        }

        return (master.Row, losers, null);
    }

    private static void Write(SoapCall soap, SRow? master, List<SRow> losers, List<string> moved, RowError? error)
    {
        var xml = soap.Xml;
        xml.Start("result");
        if (error is not null)
        {
            SoapResults.WriteError(soap, error);
        }

        xml.ElementOrNil("id", error is null ? master!.Id : null);
        foreach (var loser in error is null ? losers : [])
        {
            xml.Element("mergedRecordIds", loser.Id);
        }

        xml.Element("success", error is null);
        foreach (var id in error is null ? moved : [])
        {
            xml.Element("updatedRelatedIds", id);
        }

        xml.End("result");
    }
}
