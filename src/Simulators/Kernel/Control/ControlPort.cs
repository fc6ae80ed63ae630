using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Instances;

namespace SfMarketo.Kernel.Control;

/// <summary>The control of all instances that one address serves. The first belongs to the host's group; each other one has a group of its own, with its own clock, data and snapshots.</summary>
internal sealed class ControlPort
{
    private readonly Lock gate = new();
    private readonly Dictionary<Simulator, ControlledInstance> controlled = [];
    private readonly Func<Simulator, SimControl> control;
    private readonly ControlGroup first;
    private int made;

    public ControlPort(SimInstances instances, ControlGroup group, Func<Simulator, SimControl> control)
    {
        Instances = instances;
        (this.control, first) = (control, group);
        controlled.Add(instances.First, new ControlledInstance(group, group.Add(control(instances.First))));
        instances.Added += Adopt;
        instances.Removed += Forget;
    }

    public SimInstances Instances { get; }

    public ControlledInstance Of(Simulator simulator)
    {
        lock (gate)
        {
            return controlled[simulator];
        }
    }

    /// <summary>A new instance with the records, limits and switches of another one or of a snapshot. Null for its id: the next free one.</summary>
    public Simulator Make(Simulator origin, TimeProvider time, string? id)
    {
        var made = origin.ForkAs(id ?? NextId(origin), time is OffsetClock clock ? clock.Twin() : new OffsetClock(time));
        Instances.Add(made);
        return made;
    }

    private string NextId(Simulator origin)
    {
        string id;
        do
        {
            id = origin.NumberedInstanceId(Interlocked.Increment(ref made));
        }
        while (Instances.TryGet(id, out _));

        return id;
    }

    private void Adopt(Simulator simulator)
    {
        var own = control(simulator);
        var group = new ControlGroup { Data = new InstanceData(own, first.AddTo) };
        var instance = new ControlledInstance(group, group.Add(own));
        lock (gate)
        {
            controlled.Add(simulator, instance);
        }
    }

    private void Forget(Simulator simulator)
    {
        lock (gate)
        {
            controlled.Remove(simulator);
        }
    }
}
