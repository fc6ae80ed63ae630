namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>How sure a behaviour is, the surest first.</summary>
internal enum Standing
{
    Documented,
    Client,
    Unverified,
    Missing,
}
