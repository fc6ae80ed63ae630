using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SfMarketo.Kernel.Control;

/// <summary>One call of the control API.</summary>
internal sealed class ControlCall(HttpContext http, ControlPort port, ControlledInstance instance, ReadOnlyMemory<byte> body, Utf8JsonWriter json)
{
    private ControlInput? input;

    public HttpContext Http { get; } = http;

    /// <summary>All instances behind the address.</summary>
    public ControlPort Port { get; } = port;

    public ControlGroup Group { get; } = instance.Group;

    /// <summary>The simulator that the call is for.</summary>
    public ControlGroup.Member Member { get; } = instance.Member;

    /// <summary>The answer's object, already open.</summary>
    public Utf8JsonWriter Json { get; } = json;

    /// <summary>The last part of the path, where the route has a name there.</summary>
    public string Name { get; init; } = "";

    public ControlInput Input => input ??= ControlInput.Parse(body);

    /// <summary>A parameter of the query; the query is checked against the names that a route knows before it runs.</summary>
    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;
}
