using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Instances;

/// <summary>The simulators that one address serves: the one it was started with, and those that were added since. All run through one pipeline, so that another one costs a fork.</summary>
/// <remarks>
/// A request names its instance by the first part of its path, <c>http://127.0.0.1:5102/123-ABC-456/rest/...</c>, or by the first label of its host,
/// <c>http://123-ABC-456.localhost:5102/rest/...</c>; without either it is for the first one. The simulator sees the path without the name.
/// </remarks>
public sealed class SimInstances
{
    private readonly Lock gate = new();
    private Dictionary<string, Simulator> byId = new(StringComparer.OrdinalIgnoreCase);

    public SimInstances(Simulator first)
    {
        ArgumentNullException.ThrowIfNull(first);
        First = first;
        byId.Add(first.InstanceId, first);
    }

    /// <summary>The one that answers where a request names none.</summary>
    public Simulator First { get; }

    /// <summary>Sorted by id.</summary>
    public IReadOnlyList<Simulator> All => [.. byId.Values.OrderBy(one => one.InstanceId, StringComparer.Ordinal)];

    /// <summary>Called for each instance that is added, before it takes calls.</summary>
    public event Action<Simulator>? Added;

    /// <summary>Called for each instance that is removed; calls that run in it end as they would.</summary>
    public event Action<Simulator>? Removed;

    public bool TryGet(string id, [MaybeNullWhen(false)] out Simulator simulator) => byId.TryGetValue(id, out simulator);

    /// <exception cref="ArgumentException">The id is taken, or has not the form that the vendor's clients can use.</exception>
    public void Add(Simulator simulator)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        lock (gate)
        {
            if (!simulator.TakesInstanceId(simulator.InstanceId, out var help))
            {
                throw new ArgumentException($"'{simulator.InstanceId}' cannot be the id of an instance: {help}.", nameof(simulator));
            }

            if (byId.ContainsKey(simulator.InstanceId))
            {
                throw new ArgumentException($"There is an instance '{simulator.InstanceId}' already.", nameof(simulator));
            }

            Added?.Invoke(simulator);
            byId = new Dictionary<string, Simulator>(byId, StringComparer.OrdinalIgnoreCase) { [simulator.InstanceId] = simulator };
        }
    }

    /// <summary>False when there is none of that id, or it is the first one.</summary>
    public bool Remove(string id)
    {
        lock (gate)
        {
            if (!byId.TryGetValue(id, out var simulator) || simulator == First)
            {
                return false;
            }

            var left = new Dictionary<string, Simulator>(byId, StringComparer.OrdinalIgnoreCase);
            left.Remove(id);
            byId = left;
            Removed?.Invoke(simulator);
            return true;
        }
    }

    /// <summary>Finds the request's instance and takes its name off the path. Before routing.</summary>
    internal void Enter(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        var name = path.AsSpan(Math.Min(1, path.Length), (end < 0 ? path.Length : end) - Math.Min(1, path.Length));
        var known = byId.GetAlternateLookup<ReadOnlySpan<char>>();
        if (name.Length > 0 && known.TryGetValue(name, out var named))
        {
            http.Request.PathBase = http.Request.PathBase.Add(path[..(name.Length + 1)]);
            http.Request.Path = path[(name.Length + 1)..];
            Choose(http, named);
        }
        else if (byId.Count > 1 && http.Request.Host.Value is { } host && host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && known.TryGetValue(host.AsSpan(0, dot), out named))
        {
            Choose(http, named);
        }

        var sent = http.Request.Path.Value ?? "";
        var tidy = Of(http).Tidy(sent);
        if (!ReferenceEquals(sent, tidy))
        {
            http.Request.Path = tidy;
        }
    }

    /// <summary>The request's instance, after <see cref="Enter"/>.</summary>
    internal Simulator Of(HttpContext http) => byId.Count == 1 ? First : http.Features.Get<Simulator>() ?? First;

    private void Choose(HttpContext http, Simulator simulator)
    {
        if (simulator != First)
        {
            http.Features.Set(simulator);
        }
    }
}
