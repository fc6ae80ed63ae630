using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim;

/// <content>What a control API may change and do while the instance runs. No call, no limit.</content>
public sealed partial class MarketoInstance
{
    private readonly SortedDictionary<string, SwitchEntry> switches = SwitchTable.ByName;

    /// <summary>When the next scheduled campaign runs, wait step ends or e-mail is opened; null when nothing is to come. Work that is due is done before any call, action or view, and by <see cref="RunDue"/>.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (Gate)
            {
                var (run, step) = (Store.Schedules.NextAt, Store.Flows.NextAt);
                var first = run is null || step < run ? step : run;
                return first is { } at ? Kernel.Recording.Micros.ToInstant(at) : null;
            }
        }
    }

    /// <summary>Names of the switches that can be read and set, sorted.</summary>
    public IReadOnlyList<string> SwitchNames => [.. switches.Keys];

    /// <summary>Does what is due by now, each as of its own instant.</summary>
    public void RunDue()
    {
        lock (Gate)
        {
            Campaigns.RunDue(NowMicros);
        }
    }

    /// <summary>A switch's setting in the words of the reference: <c>on</c>, <c>off</c>, or a word of its own.</summary>
    /// <exception cref="ArgumentException">There is no such switch.</exception>
    public string GetSwitch(string name) => FindSwitch(name).Get(Options);

    /// <summary>The settings that a switch takes.</summary>
    /// <exception cref="ArgumentException">There is no such switch.</exception>
    public IReadOnlyList<string> SwitchSettings(string name) => FindSwitch(name).Settings;

    /// <summary>Sets a switch from the next call on.</summary>
    /// <exception cref="ArgumentException">There is no such switch, or it does not take the setting.</exception>
    public void SetSwitch(string name, string setting)
    {
        var entry = FindSwitch(name);
        lock (Gate)
        {
            Options = entry.Set(Options, setting);
            limits.Change(Options, NowMicros);
            Store.People.SetEmailCase(Options.Switches.LeadEmailIgnoreCase);
        }
    }

    private SwitchEntry FindSwitch(string name) =>
        switches.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no switch '{name}'. Switches: {string.Join(", ", switches.Keys)}.", nameof(name));

    /// <summary>Changes limits from the next call on; what is left out stays. Calls that were made count to the new limits too.</summary>
    /// <param name="callsPerWindow">Calls accepted in any half-open window.</param>
    /// <param name="windowSeconds">Length of the window, seconds.</param>
    /// <param name="concurrentCalls">Calls running at once.</param>
    /// <param name="callsPerDay">Calls a day.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive.</exception>
    public void SetLimits(int? callsPerWindow = null, int? windowSeconds = null, int? concurrentCalls = null, int? callsPerDay = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(callsPerWindow ?? 1, 1, nameof(callsPerWindow));
        ArgumentOutOfRangeException.ThrowIfLessThan(windowSeconds ?? 1, 1, nameof(windowSeconds));
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrentCalls ?? 1, 1, nameof(concurrentCalls));
        ArgumentOutOfRangeException.ThrowIfLessThan(callsPerDay ?? 1, 1, nameof(callsPerDay));
        lock (Gate)
        {
            Options = Options with
            {
                CallsPerWindow = callsPerWindow ?? Options.CallsPerWindow,
                WindowSeconds = windowSeconds ?? Options.WindowSeconds,
                ConcurrentCalls = concurrentCalls ?? Options.ConcurrentCalls,
                CallsPerDay = callsPerDay ?? Options.CallsPerDay,
            };
            limits.Change(Options, NowMicros);
        }
    }

    /// <summary>Changes limits from the next call on. Calls that were made count to the new limits too; tokens keep the life they were given.</summary>
    internal void ChangeLimits(Func<MarketoSimOptions, MarketoSimOptions> change)
    {
        lock (Gate)
        {
            Options = change(Options);
            Tokens.LifetimeSeconds = Options.TokenLifetime;
            limits.Change(Options, NowMicros);
        }
    }

    /// <summary>Lets a custom service sign in, from now on; one of the same client id is replaced, and its token ends.</summary>
    public void AddService(MarketoCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        lock (Gate)
        {
            RemoveService(credential.ClientId);
            Options = Options with { Credentials = [.. Options.Credentials, credential] };
        }
    }

    /// <summary>Ends a custom service and its token, whose next use is 601.</summary>
    /// <returns>False when there is none.</returns>
    public bool RemoveService(string clientId)
    {
        lock (Gate)
        {
            var left = Options.Credentials.Where(known => known.ClientId != clientId).ToList();
            if (left.Count == Options.Credentials.Count)
            {
                return false;
            }

            Options = Options with { Credentials = left };
            Tokens.Remove(clientId);
            return true;
        }
    }

    /// <summary>Spends calls of the day as another user of the instance would, up to the limit. The window is not touched.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="user">Whose they are on the usage page.</param>
    public void SpendCalls(int calls, string user = "neighbour@example.invalid")
    {
        lock (Gate)
        {
            limits.Spend(NowMicros, calls);
            usage.Count(limits.Today(NowMicros), user, calls);
        }
    }

    /// <summary>Ends all access tokens now: their next use is answered with 602, later uses with 601.</summary>
    public void ExpireTokens()
    {
        lock (Gate)
        {
            Tokens.EndAll(NowMicros, revoked: false);
        }
    }
}
