using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>One record of a sync: a run of the request's cells, or the reason why it cannot be taken.</summary>
internal readonly record struct SyncRecord(int Start, int End, MarketoError? Problem);
