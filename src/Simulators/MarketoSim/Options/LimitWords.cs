namespace SfMarketo.MarketoSim.Options;

/// <summary>Switch <c>rate.window</c>: what "100 calls per 20 seconds" means.</summary>
public enum RateWindow
{
    /// <summary>Any 20 s hold at most 100 calls: "calls in the past 20 seconds".</summary>
    Sliding,

    /// <summary>Spans of 20 s, end to end, hold at most 100 calls each.</summary>
    Fixed,
}

/// <summary>Switch <c>limits.order</c>: which limit a call meets first when it is over several.</summary>
public enum LimitOrder
{
    /// <summary>615, then 606, then 607.</summary>
    ConcurrencyRateQuota,

    /// <summary>606, then 607, then 615.</summary>
    RateQuotaConcurrency,

    /// <summary>607, then 606, then 615.</summary>
    QuotaRateConcurrency,
}
