using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>A formula of an object, read and checked.</summary>
internal sealed class Formula
{
    private readonly FormulaNode root;

    private Formula(string text, FormulaNode root, IReadOnlyList<FieldNode> fields) => (Text, this.root, Fields) = (text, root, fields);

    public string Text { get; }

    public FormulaType Type => root.Type;

    /// <summary>The fields that it reads.</summary>
    public IReadOnlyList<FieldNode> Fields { get; }

    /// <exception cref="FormulaException">It is no formula of this object; the message says why.</exception>
    public static Formula Parse(string text, SObjectType type, OrgSchema schema, FormulaUse use)
    {
        var parser = new FormulaParser(text, type, schema, use);
        return new Formula(text, parser.Parse(), parser.Fields);
    }

    /// <summary>A formula that is true or false.</summary>
    /// <exception cref="FormulaException">It is no formula of this object, or gives something else.</exception>
    public static Formula Condition(string text, SObjectType type, OrgSchema schema)
    {
        var formula = Parse(text, type, schema, FormulaUse.Condition);
        return formula.Type == FormulaType.Boolean ? formula : throw new FormulaException($"Formula result is data type ({formula.Type}), incompatible with expected data type (true or false)");
    }

    public object? Value(FormulaContext context) => root.Value(context);

    public bool Holds(FormulaContext context) => root.Holds(context);

    public override string ToString() => Text;
}
