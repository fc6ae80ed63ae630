namespace SfMarketo.MarketoSim.Calls;

/// <summary>A call of the asset API is refused with one error, before it has changed anything.</summary>
internal sealed class AssetException(MarketoError error) : Exception(error.Message)
{
    public MarketoError Error { get; } = error;
}
