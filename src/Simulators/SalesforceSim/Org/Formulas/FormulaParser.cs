using System.Globalization;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>Reads a formula by recursive descent and checks names and types.</summary>
internal sealed class FormulaParser(string text, SObjectType type, OrgSchema schema, FormulaUse use)
{
    // Far above what the vendor's 3,900 characters need; keeps the stack small.
    private const int Deepest = 200;

    private static readonly string[][] Levels = [["||"], ["&&"], ["=", "==", "<>", "!="], ["<", "<=", ">", ">="], ["&", "+", "-"], ["*", "/"], ["^"]];

    private readonly List<FormulaToken> tokens = FormulaLexer.Read(text);
    private readonly List<FieldNode> fields = [];
    private int at;
    private int depth;

    /// <summary>The fields that the formula reads.</summary>
    public IReadOnlyList<FieldNode> Fields => fields;

    /// <exception cref="FormulaException">It is no formula of this object.</exception>
    public FormulaNode Parse()
    {
        if (tokens.Count == 1)
        {
            throw new FormulaException("Syntax error. The formula is empty");
        }

        var node = Operators(0);
        return tokens[at].Kind == FormulaTokenKind.End ? node : throw new FormulaException($"Syntax error. Extra {tokens[at].Text}");
    }

    private FormulaNode Operators(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Operators(level + 1);
        while (tokens[at].Kind == FormulaTokenKind.Sign && Levels[level].Contains(tokens[at].Text))
        {
            var sign = tokens[at++].Text;
            var right = Operators(level + 1);
            left = FormulaFunctions.Operator(sign, left.Type, right.Type).Call([left, right]);
        }

        return left;
    }

    private FormulaNode Unary()
    {
        if (tokens[at].Kind != FormulaTokenKind.Sign || tokens[at].Text is not ("-" or "+" or "!"))
        {
            return Primary();
        }

        var sign = tokens[at++].Text;
        var operand = Deeper(Unary);
        return sign switch
        {
            "!" => FormulaFunctions.Find("NOT")!.Call([operand]),
            "-" => FormulaFunctions.Operator("-", operand.Type, operand.Type).Call([new LiteralNode(FormulaType.Number, 0.0), operand]),
            _ => operand,
        };
    }

    private FormulaNode Primary()
    {
        var token = tokens[at++];
        switch (token.Kind)
        {
            case FormulaTokenKind.String:
                return new LiteralNode(FormulaType.Text, token.Text);
            case FormulaTokenKind.Number:
                return double.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? new LiteralNode(FormulaType.Number, number)
                    : throw new FormulaException($"Syntax error. Found '{token.Text}'");
            case FormulaTokenKind.Name when IsSign("("):
                return Call(token.Text);
            case FormulaTokenKind.Name:
                return Word(token.Text);
            case FormulaTokenKind.Sign when token.Text == "(":
                var inner = Deeper(() => Operators(0));
                Expect(")");
                return inner;
            default:
                throw new FormulaException(token.Kind == FormulaTokenKind.End ? "Syntax error. The formula ends too soon" : $"Syntax error. Found '{token.Text}'");
        }
    }

    private FormulaNode Call(string name)
    {
        Expect("(");
        var arguments = new List<FormulaNode>();
        if (!IsSign(")"))
        {
            do
            {
                arguments.Add(Deeper(() => Operators(0)));
            }
            while (Take(","));
        }

        Expect(")");
        var function = FormulaFunctions.Find(name) ?? throw new FormulaException($"Unknown function {name}. Check spelling");
        if (use == FormulaUse.Field && function.Name is ("ISCHANGED" or "PRIORVALUE" or "ISNEW"))
        {
            throw new FormulaException($"The {function.Name} function cannot be used in a formula field");
        }

        if (use == FormulaUse.Field && function.Name is ("TODAY" or "NOW"))
        {
            throw new FormulaException($"{function.Name}() cannot stand in a formula field of this simulator, which keeps the value with the row; put it in a rule's condition");
        }

        return function.Call(arguments);
    }

    private FormulaNode Word(string name) => name.ToUpperInvariant() switch
    {
        "TRUE" => new LiteralNode(FormulaType.Boolean, true),
        "FALSE" => new LiteralNode(FormulaType.Boolean, false),
        "NULL" => new LiteralNode(FormulaType.Blank, null),
        _ => Field(name),
    };

    private FieldNode Field(string name)
    {
        var parts = name.Split('.');
        var (start, hops, skip) = parts[0].ToUpperInvariant() switch
        {
            "$USER" => (schema["User"], new List<SField>(), 1),
            "$PROFILE" => (schema["Profile"], [schema["User"].Field("ProfileId")], 1),
            "$USERROLE" => (schema["UserRole"], [schema["User"].Field("UserRoleId")], 1),
            _ when name.StartsWith('$') => throw new FormulaException($"Field {name} does not exist. There are $User, $Profile and $UserRole"),
            _ => (type, [], 0),
        };
        SObjectType? place = start;
        for (var i = skip; i < parts.Length - 1; i++)
        {
            var hop = place?.FindRelationship(parts[i]) ?? throw Unknown(name);
            hops.Add(hop);
            place = hop.IsPolymorphic ? null : schema.Find(hop.ReferenceTo[0]) ?? throw Unknown(name);
        }

        var field = place is null ? null : place.Find(parts[^1]) ?? throw Unknown(name);
        if (field is null && !hops[^1].ReferenceTo.Any(target => schema.Find(target)?.Find(parts[^1]) is not null) || field?.Type == SFieldType.Address)
        {
            throw Unknown(name);
        }

        var node = new FieldNode(name, skip == 1, [.. hops], field, parts[^1]);
        fields.Add(node);
        return node;
    }

    private static FormulaException Unknown(string name) => new($"Field {name} does not exist. Check spelling");

    private T Deeper<T>(Func<T> read)
    {
        if (++depth > Deepest)
        {
            throw new FormulaException("Formula is too deep");
        }

        var result = read();
        depth--;
        return result;
    }

    private bool IsSign(string sign) => tokens[at].Kind == FormulaTokenKind.Sign && tokens[at].Text == sign;

    private bool Take(string sign)
    {
        if (!IsSign(sign))
        {
            return false;
        }

        at++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Take(sign))
        {
            throw new FormulaException($"Syntax error. Missing '{sign}'");
        }
    }
}
