using SfMarketo.Kernel.Recording;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>One row change of a transaction that has not committed yet.</summary>
internal readonly record struct Staged(SRow? Old, SRow Row, string Op, Actor Actor, string Cause, IReadOnlyList<FieldChange> Fields);
