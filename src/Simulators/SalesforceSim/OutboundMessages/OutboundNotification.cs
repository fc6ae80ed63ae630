using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.OutboundMessages;

/// <summary>One change of one row that a rule wants told. Its values are read when it is sent.</summary>
/// <param name="Id">Unique in the org for ever (<c>04l</c>, 18 characters): the key by which a listener removes duplicates.</param>
/// <param name="RowId">18 characters.</param>
/// <param name="QueuedAt">The commit, microseconds since 1970 UTC.</param>
/// <param name="Rule">The workflow rule.</param>
public sealed record OutboundNotification(string Id, string RowId, long QueuedAt, string Rule)
{
    private static readonly int Prefix = SalesforceId.PackPrefix("04l");

    internal static string NewId(long number) => new SalesforceId(Prefix, OutboundQueue.Node, OutboundQueue.FirstSerial + number).ToString();
}
