namespace SfMarketo.MarketoSim.Options;

/// <summary>Settings of <see cref="MarketoSwitches.MissingToken"/>.</summary>
public enum MissingToken
{
    AccessDenied,
    EmptyAccessToken,
}

/// <summary>Settings of <see cref="MarketoSwitches.PagingOverMax"/>.</summary>
public enum OverMax
{
    Clamp,
    Error,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadByIdMissing"/>.</summary>
public enum LeadByIdMissing
{
    Error,
    Empty,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadNullFields"/>.</summary>
public enum NullFields
{
    Explicit,
    Omit,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadUnknownField"/>.</summary>
public enum UnknownField
{
    Response,
    Record,
    Ignore,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadOverlong"/>.</summary>
public enum Overlong
{
    Skip,
    Truncate,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadMissingKey"/>.</summary>
public enum MissingKey
{
    Skip,
    Create,
}
