namespace SfMarketo.Bench.Serving;

/// <summary>One of the two simulators as the figures over sockets need it: how its server is started, how a client signs in, what is asked.</summary>
internal abstract class ServedSystem
{
    /// <summary>What its records are called.</summary>
    public abstract string Unit { get; }

    /// <summary>Records of the side-by-side figure.</summary>
    public abstract int Records { get; }

    /// <summary>Whether costs are told as parts of the first case's.</summary>
    public virtual bool ComparesWithFirst => false;

    /// <summary>What a server of so many records holds, for the line about its memory.</summary>
    public abstract string Holds(int records);

    /// <summary>Most resident memory with a million records, MiB.</summary>
    public abstract int ResidentGoal { get; }

    /// <summary>Arguments of the server's process.</summary>
    /// <param name="records">So many.</param>
    /// <param name="grown">For the figure about growth.</param>
    public abstract string[] Server(int records, bool grown);

    /// <summary>A token of the server's.</summary>
    public abstract Task<string> SignInAsync(ServerProcess server);

    /// <summary>The cases of the side-by-side figure; the first one is a read by id.</summary>
    public abstract IReadOnlyList<ServedCase> Cases(int records, string firstId);

    /// <summary>The cases of the figure about growth; the first one is a read by id.</summary>
    public abstract IReadOnlyList<ServedCase> GrowthCases(int records, string firstId);
}
