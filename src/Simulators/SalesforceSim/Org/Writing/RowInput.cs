using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>What a request wants a row to hold, in stored forms, and the worst thing that was wrong with it. Reused from row to row.</summary>
internal sealed class RowInput
{
    private RowError? error;
    private InputFault worst = InputFault.None;
    private List<string>? readOnly;

    public SObjectType Type { get; private set; } = null!;

    /// <summary>In the order sent; a field sent twice stands twice and the last one counts.</summary>
    public List<(SField Field, object? Value)> Values { get; } = [];

    /// <summary>The <c>Id</c> member where one may stand (collections), as sent.</summary>
    public string? Id { get; set; }

    /// <summary>The first error of the check that comes first: JSON shape, unknown column, read-only fields, type and length.</summary>
    public RowError? Error => worst == InputFault.ReadOnly ? RowErrors.ReadOnly(readOnly!) : error;

    /// <summary>The error is an unknown column.</summary>
    public bool HasUnknownColumn => worst == InputFault.UnknownColumn;

    public void Start(SObjectType type)
    {
        Type = type;
        Values.Clear();
        Id = null;
        error = null;
        worst = InputFault.None;
        readOnly = null;
    }

    public void Add(SField field, object? value) => Values.Add((field, value));

    public void Fail(InputFault fault, RowError problem)
    {
        if (fault < worst)
        {
            (worst, error) = (fault, problem);
        }
    }

    public void FailReadOnly(SField field)
    {
        if (InputFault.ReadOnly <= worst)
        {
            worst = InputFault.ReadOnly;
            (readOnly ??= []).Add(field.Name);
        }
    }

    public bool Has(SField field)
    {
        foreach (var (named, _) in Values)
        {
            if (named == field)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Kinds of input errors in the order in which the vendor checks.</summary>
internal enum InputFault
{
    Shape,
    UnknownColumn,
    ReadOnly,
    Value,
    None,
}
