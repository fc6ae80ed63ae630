using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>What became of one record: the person, or why the record was not taken.</summary>
internal readonly record struct UpsertOutcome(PersonRow? Row, bool Created, MarketoError? Problem)
{
    public static implicit operator UpsertOutcome(MarketoError problem) => new(null, false, problem);
}
