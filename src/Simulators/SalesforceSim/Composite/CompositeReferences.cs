using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary>References to earlier results: <c>@{acc.id}</c>, <c>@{q.records[0].Id}</c>, <c>@{rows[0].id}</c>. Case-sensitive, scalars only.</summary>
internal sealed class CompositeReferences : IDisposable
{
    private readonly Dictionary<string, JsonDocument?> results = new(StringComparer.Ordinal);

    /// <summary>A result that later parts can refer to; a failed one holds nothing.</summary>
    public void Add(CompositeResult result) =>
        results[result.Part.ReferenceId] = result.Failed || result.Call!.Output.Length == 0 ? null : JsonDocument.Parse(result.Call.Output);

    /// <summary>The text with all references filled in.</summary>
    /// <param name="text">URL or raw JSON.</param>
    /// <param name="escape">Puts a value in a form fit for the place.</param>
    /// <param name="missing">The first reference that has no value, or null.</param>
    public string Resolve(string text, Func<string, string> escape, out string? missing)
    {
        missing = null;
        var start = text.IndexOf("@{", StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var resolved = new StringBuilder(text.Length);
        var from = 0;
        while (start >= 0 && text.IndexOf('}', start) is var end and > 0)
        {
            var expression = text[(start + 2)..end];
            if (Value(expression) is not { } value)
            {
                missing = expression;
                return text;
            }

            resolved.Append(text, from, start - from).Append(escape(value));
            from = end + 1;
            start = text.IndexOf("@{", from, StringComparison.Ordinal);
        }

        return resolved.Append(text, from, text.Length - from).ToString();
    }

    public void Dispose()
    {
        foreach (var document in results.Values)
        {
            document?.Dispose();
        }
    }

    private string? Value(string expression)
    {
        var end = expression.AsSpan().IndexOfAny('.', '[');
        if (end <= 0 || !results.TryGetValue(expression[..end], out var document) || document is null)
        {
            return null;
        }

        var element = document.RootElement;
        foreach (var step in expression[end..].Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step[0] == '[')
            {
                if (element.ValueKind != JsonValueKind.Array || !int.TryParse(step.AsSpan(1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= element.GetArrayLength())
                {
                    return null;
                }

                element = element[index];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
            {
                return null;
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
            _ => null,
        };
    }
}
