namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>A function or operator of the formula language.</summary>
/// <param name="Name">As in messages: <c>LEN</c>.</param>
/// <param name="Parameters">
/// One letter each: <c>t</c> text, <c>n</c> number, <c>b</c> boolean, <c>d</c> date or date/time, <c>p</c> picklist, <c>m</c> multi-select picklist, <c>f</c> field of the row, <c>a</c> anything, <c>x</c> anything but a picklist, <c>s</c> what the first argument is;
/// <c>?</c> after a letter: may be left out; <c>*</c> at the end: the last ones repeat.
/// </param>
/// <param name="Result">What it gives; null for the type of the argument in <paramref name="Like"/>.</param>
/// <param name="Evaluate">The value.</param>
/// <param name="Like">Argument whose type the result has, when <paramref name="Result"/> is null.</param>
internal sealed record FormulaFunction(string Name, string Parameters, FormulaType? Result, Func<FormulaContext, FormulaNode[], object?> Evaluate, int Like = 0)
{
    private readonly bool repeats = Parameters.EndsWith('*');

    /// <summary>The function with its arguments, types checked.</summary>
    /// <exception cref="FormulaException">Too many or too few arguments, or one of a wrong type.</exception>
    public FormulaNode Call(IReadOnlyList<FormulaNode> arguments)
    {
        var letters = Parameters.Where(char.IsAsciiLetter).ToArray();
        var fewest = letters.Length - Parameters.Count(letter => letter == '?');
        if (arguments.Count < fewest || !repeats && arguments.Count > letters.Length)
        {
            throw new FormulaException($"Incorrect number of parameters for function '{Name}()'. Expected {fewest}, received {arguments.Count}");
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            Check(letters[Math.Min(i, letters.Length - 1)], arguments[i], arguments[0].Type);
        }

        return new CallNode(this, Result ?? TypeLike(arguments), [.. arguments]);
    }

    private FormulaType TypeLike(IReadOnlyList<FormulaNode> arguments)
    {
        for (var i = Like; i < arguments.Count; i++)
        {
            if (arguments[i].Type != FormulaType.Blank)
            {
                return arguments[i].Type;
            }
        }

        return FormulaType.Blank;
    }

    private void Check(char letter, FormulaNode argument, FormulaType first)
    {
        var type = argument.Type;
        if (letter == 'f' && argument is not FieldNode { IsOwn: true })
        {
            throw new FormulaException($"Incorrect parameter for function '{Name}()'. Expected a field of the record itself");
        }

        if (letter is 'a' or 'f' || type == FormulaType.Blank)
        {
            return;
        }

        if (type is FormulaType.Picklist or FormulaType.MultiPicklist && letter is not ('p' or 'm') && argument is FieldNode field)
        {
            throw new FormulaException($"Field {field.Name} is a picklist field. Picklist fields are only supported in certain functions; write TEXT({field.Name})");
        }

        var (fits, wanted) = letter switch
        {
            't' => (type == FormulaType.Text, "Text"),
            'n' => (type == FormulaType.Number, "Number"),
            'b' => (type == FormulaType.Boolean, "Boolean"),
            'd' => (type is FormulaType.Date or FormulaType.DateTime, "Date"),
            'p' => (type is FormulaType.Picklist or FormulaType.MultiPicklist, "Picklist"),
            's' => (type == first || first == FormulaType.Blank, first.ToString()),
            'm' => (type == FormulaType.MultiPicklist, "Multi-Select Picklist"),
            _ => (true, ""),
        };
        if (!fits)
        {
            throw new FormulaException($"Incorrect parameter type for function '{Name}()'. Expected {wanted}, received {type}");
        }
    }
}
