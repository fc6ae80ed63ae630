namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Who takes part in a campaign. All filters of a campaign must hold.</summary>
public abstract record SmartListFilter
{
    private SmartListFilter()
    {
    }

    /// <summary>The field has this value; null for none.</summary>
    public sealed record FieldIs(string Field, object? Value) : SmartListFilter;

    /// <summary>The field has another value, or none.</summary>
    public sealed record FieldIsNot(string Field, object? Value) : SmartListFilter;

    /// <summary>The number in the field, 0 when there is none, is at least this.</summary>
    public sealed record FieldAtLeast(string Field, decimal Least) : SmartListFilter;

    public sealed record InList(int ListId) : SmartListFilter;

    public sealed record NotInList(int ListId) : SmartListFilter;

    /// <summary>A member of the program, in this status unless null.</summary>
    public sealed record InProgram(int ProgramId, string? Status = null) : SmartListFilter;

    public sealed record NotInProgram(int ProgramId) : SmartListFilter;
}
