namespace SfMarketo.MarketoSim.Campaigns;

internal enum TriggerKind
{
    DataValueChanged,
    ScoreChanged,
    StatusChanged,
    FormFilled,
    EmailClicked,
    Requested,
}
