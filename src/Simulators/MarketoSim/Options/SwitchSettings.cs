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

/// <summary>Settings of <see cref="MarketoSwitches.LeadUnknownCompany"/>.</summary>
public enum UnknownCompany
{
    Skip,
    Create,
    Ignore,
}

/// <summary>Settings of <see cref="MarketoSwitches.LeadCompanyFields"/>.</summary>
public enum CompanyFieldsOfLead
{
    Skip1021WhenLinked,
    Skip1021Always,
    WriteThrough,
}

/// <summary>Settings of <see cref="MarketoSwitches.CrmNative"/>.</summary>
public enum NativeCrm
{
    Off,
    ReadOnly,
    Disabled,
}

/// <summary>Settings of <see cref="MarketoSwitches.ListAddTwice"/>.</summary>
public enum ListAddTwice
{
    Added,
    Skipped,
}

/// <summary>Settings of <see cref="MarketoSwitches.ListRemoveAbsent"/>.</summary>
public enum ListRemoveAbsent
{
    Skip1015,
    Removed,
}

/// <summary>Settings of <see cref="MarketoSwitches.CompatMembersPathError"/>.</summary>
public enum MembersPathError
{
    MethodNotSupported,
    NotFound,
}

/// <summary>Settings of <see cref="MarketoSwitches.ActivitiesEmptyPages"/>.</summary>
public enum EmptyPages
{
    Off,
    On,
    WithoutResult,
}

/// <summary>Settings of <see cref="MarketoSwitches.ActivitiesListCap"/>.</summary>
public enum ListCap
{
    FromSeptember2026,
    FromDecember2026,
    On,
    Off,
}

/// <summary>Settings of <see cref="MarketoSwitches.TokenBadDate"/>.</summary>
public enum BadDate
{
    InvalidDate,
    InvalidValue,
}

/// <summary>Settings of <see cref="MarketoSwitches.AssetByIdMissing"/>.</summary>
public enum AssetByIdMissing
{
    Warning,
    Error,
}

/// <summary>Settings of <see cref="MarketoSwitches.UsageLag"/>.</summary>
public enum UsageLag
{
    None,
    FiveMinutes,
}
