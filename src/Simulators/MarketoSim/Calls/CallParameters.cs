using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>The parameters of a call, from the query and, for <c>_method=GET</c>, from the form body. A name may come several times.</summary>
internal sealed class CallParameters : List<CallParameter>
{
    public CallParameters(string query) => Add(query);

    /// <summary>The first value of a parameter; null when it is absent or empty.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var parameter in this)
            {
                if (parameter.Name == name)
                {
                    return parameter.Value.Length == 0 ? null : parameter.Value;
                }
            }

            return null;
        }
    }

    public void AddForm(ReadOnlySpan<byte> body) => Add(Encoding.UTF8.GetString(body));

    /// <summary>The parts of a comma list, which may also be spread over several parameters of the name.</summary>
    public List<string> List(string name)
    {
        var values = new List<string>();
        foreach (var parameter in this)
        {
            if (parameter.Name == name)
            {
                values.AddRange(parameter.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return values;
    }

    private void Add(string encoded)
    {
        foreach (var pair in new QueryStringEnumerable(encoded))
        {
            Add(new CallParameter(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }
    }
}
