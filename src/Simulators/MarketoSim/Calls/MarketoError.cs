namespace SfMarketo.MarketoSim.Calls;

/// <summary>A code and its text, at the level of the response or of a record.</summary>
internal readonly record struct MarketoError(string Code, string Message);
