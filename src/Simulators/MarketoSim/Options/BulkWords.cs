namespace SfMarketo.MarketoSim.Options;

/// <summary>Settings of <see cref="MarketoSwitches.ImportEmptyCell"/>.</summary>
public enum ImportEmptyCell
{
    Keep,
    Clear,
}

/// <summary>Settings of <see cref="MarketoSwitches.ExtractUpdatedAtFilter"/>.</summary>
public enum UpdatedAtFilter
{
    Unsupported,
    Accepted,
}
