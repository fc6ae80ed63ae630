namespace SfMarketo.MarketoSim.Calls;

/// <summary>What the vendor has at a path.</summary>
internal enum VendorPath
{
    Unknown,
    OtherMethod,
    Known,
}
