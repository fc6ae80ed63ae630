namespace SfMarketo.MarketoSim.Options;

/// <summary>Settings of switches about a field of a record that cannot be taken: <see cref="MarketoSwitches.LeadReadOnlyField"/>, <see cref="MarketoSwitches.LeadTypeMismatch"/>.</summary>
public enum FieldMisfit
{
    /// <summary>The record is skipped.</summary>
    Record,

    /// <summary>The whole call fails.</summary>
    Response,

    /// <summary>The field is passed over, the rest of the record is written.</summary>
    Ignore,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadAsyncResult"/>.</summary>
public enum AsyncResult
{
    Empty,
    Statuses,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadBadEmail"/>.</summary>
public enum BadEmail
{
    Skip,
    Accept,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadSameKeyInBatch"/>.</summary>
public enum SameKeyInBatch
{
    Update,
    Skip,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadNoopUpdate"/>.</summary>
public enum NoopUpdate
{
    Quiet,
    Touch,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadEmptyString"/>.</summary>
public enum EmptyText
{
    Null,
    Empty,
}

/// <summary>Settings of <see cref="MarketoSwitches.BatchOver300"/>.</summary>
public enum BatchOver
{
    InvalidData,
    InvalidValue,
}

/// <summary>Settings of <see cref="MarketoSwitches.BatchEmpty"/>.</summary>
public enum EmptyBatch
{
    Missing,
    Success,
}
