namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>How a roll-up adds its children up.</summary>
internal enum RollUpOperation
{
    Count,
    Sum,
    Min,
    Max,
}
