namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>The functions and operators of the formula language; here the logical ones.</summary>
/// <remarks>Source: Salesforce Help, "Formula Operators and Functions A-Z".</remarks>
internal static partial class FormulaFunctions
{
    private static readonly Dictionary<string, FormulaFunction> ByName = All().ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The function, ignoring case; null when there is none.</summary>
    public static FormulaFunction? Find(string name) => char.IsAsciiLetter(name[0]) ? ByName.GetValueOrDefault(name) : null;

    /// <summary>An operator; what <c>+</c> and <c>-</c> are depends on what stands beside them.</summary>
    public static FormulaFunction Operator(string sign, FormulaType left, FormulaType right) => sign switch
    {
        "||" => ByName["OR"],
        "&&" => ByName["AND"],
        "+" when left == FormulaType.Text => ByName["&"],
        "+" when left is FormulaType.Date or FormulaType.DateTime => ByName["+days"],
        "-" when left is FormulaType.Date or FormulaType.DateTime => ByName[right == FormulaType.Number ? "-days" : "-dates"],
        "==" => ByName["="],
        "!=" => ByName["<>"],
        _ => ByName[sign],
    };

    private static IEnumerable<FormulaFunction> All() => [.. Logic(), .. Comparisons(), .. Texts(), .. Numbers(), .. Dates()];

    private static IEnumerable<FormulaFunction> Logic() =>
    [
        new("AND", "bb*", FormulaType.Boolean, (c, a) => Array.TrueForAll(a, each => each.Holds(c))),
        new("OR", "bb*", FormulaType.Boolean, (c, a) => Array.Exists(a, each => each.Holds(c))),
        new("NOT", "b", FormulaType.Boolean, (c, a) => !a[0].Holds(c)),
        new("IF", "bxx", null, (c, a) => a[0].Holds(c) ? a[1].Value(c) : a[2].Value(c), Like: 1),
        new("CASE", "axxa*", null, Case, Like: 2),
        new("ISBLANK", "a", FormulaType.Boolean, (c, a) => IsBlank(a[0].Value(c))),
        new("ISNULL", "a", FormulaType.Boolean, (c, a) => a[0].Value(c) is null),
        new("BLANKVALUE", "xx", null, (c, a) => a[0].Value(c) is { } value && !IsBlank(value) ? value : a[1].Value(c)),
        new("NULLVALUE", "xx", null, (c, a) => a[0].Value(c) ?? a[1].Value(c)),
        new("ISNEW", "", FormulaType.Boolean, (c, _) => c.IsNew),
        new("ISCHANGED", "f", FormulaType.Boolean, (c, a) => ((FieldNode)a[0]).Changed(c)),
        new("PRIORVALUE", "f", null, (c, a) => ((FieldNode)a[0]).Before(c)),
        new("ISPICKVAL", "pt", FormulaType.Boolean, (c, a) => Same(a[0].Value(c), a[1].Value(c))),
        new("INCLUDES", "mt", FormulaType.Boolean, (c, a) => a[0].Text(c).Split(';').Contains(a[1].Text(c), StringComparer.Ordinal)),
    ];

    private static IEnumerable<FormulaFunction> Comparisons() =>
    [
        new("=", "xs", FormulaType.Boolean, (c, a) => Same(a[0].Value(c), a[1].Value(c))),
        new("<>", "xs", FormulaType.Boolean, (c, a) => !Same(a[0].Value(c), a[1].Value(c))),
        new("<", "xs", FormulaType.Boolean, (c, a) => Order(a[0].Value(c), a[1].Value(c)) < 0),
        new("<=", "xs", FormulaType.Boolean, (c, a) => Order(a[0].Value(c), a[1].Value(c)) <= 0),
        new(">", "xs", FormulaType.Boolean, (c, a) => Order(a[0].Value(c), a[1].Value(c)) > 0),
        new(">=", "xs", FormulaType.Boolean, (c, a) => Order(a[0].Value(c), a[1].Value(c)) >= 0),
    ];

    private static object? Case(FormulaContext context, FormulaNode[] arguments)
    {
        var value = arguments[0].Value(context);
        var last = arguments.Length - 1;
        for (var i = 1; i < last; i += 2)
        {
            if (Same(value, arguments[i].Value(context)))
            {
                return arguments[i + 1].Value(context);
            }
        }

        return arguments.Length % 2 == 0 ? arguments[last].Value(context) : null;
    }

    private static bool IsBlank(object? value) => value is null or string { Length: 0 };

    // Texts are equal letter by letter; nothing is an empty text.
    private static bool Same(object? left, object? right) => IsBlank(left) ? IsBlank(right) : Equals(left, right);

    // What is empty is neither smaller nor greater.
    private static int? Order(object? left, object? right) => (left, right) switch
    {
        (double a, double b) => a.CompareTo(b),
        (DateOnly a, DateOnly b) => a.CompareTo(b),
        (long a, long b) => a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        _ => null,
    };
}
