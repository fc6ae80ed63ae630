using SfMarketo.SalesforceSim.Collections;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary><c>delete</c>, <c>undelete</c> and <c>emptyRecycleBin</c>, up to 200 ids (salesforce-data.md section 10.5).</summary>
internal static class SoapBin
{
    public static void Delete(SoapCall soap) => Run(soap, (transaction, row) => soap.Org.Writer.Delete(transaction, row));

    public static void Undelete(SoapCall soap) => Run(soap, RecycleBin.Undelete);

    /// <summary>What leaves the bin is gone: nobody finds it any more, not even with queryAll.</summary>
    public static void Empty(SoapCall soap) => Run(soap, (transaction, row) =>
    {
        if (!row.Deleted || row.Stamp < RecycleBin.From(transaction.At))
        {
            return new WriteResult(new RowError(400, "INVALID_ID_FIELD", "The record is not in the recycle bin.", ["Id"]));
        }

        transaction.AfterCommit(() => soap.Org.Store[row.Type].Restore(row.Number, null));
        return new WriteResult(row);
    });

    private static void Run(SoapCall soap, Func<Transaction, SRow, WriteResult> write)
    {
        var org = soap.Org;
        var ids = soap.Arguments.TextsOf("ids");
        if (ids.Count > CollectionBody.MostRecords)
        {
            throw new SoapFaultException("EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {CollectionBody.MostRecords} records into this call");
        }

        var items = new List<CollectionItem>(ids.Count);
        foreach (var id in ids)
        {
            var item = new CollectionItem();
            item.Error = CollectionEndpoints.FindRow(org, item, null, id, "The id must be specified.");
            items.Add(item);
        }

        CollectionWriter.Apply(org, soap.Call, items, SoapWrites.IsAllOrNone(soap), (transaction, item) =>
            org.Store[item.Row!.Type][item.Row.Number] is { } row ? write(transaction, row) : new WriteResult(RowErrors.MissingRow));
        SoapResults.Write(soap, items);
    }
}
