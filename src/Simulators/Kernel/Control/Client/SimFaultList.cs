namespace SfMarketo.Kernel.Control.Client;

/// <summary>The form of an answer.</summary>
internal sealed record SimFaultList(IReadOnlyList<SimFault> Faults);
