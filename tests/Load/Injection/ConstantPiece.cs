namespace SfMarketo.Tests.Load.Injection;

/// <summary>A stretch with so many copies at once.</summary>
internal readonly record struct ConstantPiece(TimeSpan Start, TimeSpan End, int Copies);
