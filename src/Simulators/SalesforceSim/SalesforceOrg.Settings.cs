using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim;

/// <content>What can be changed while the org runs: limits, switches, sessions. Resets keep limits and switches.</content>
public sealed partial class SalesforceOrg
{
    /// <summary>Names that <see cref="SetSwitch"/> takes, in order of the alphabet.</summary>
    public static IReadOnlyList<string> SwitchNames => SwitchTable.Names;

    /// <summary>The switches as they are now.</summary>
    public SalesforceSwitches Switches { get; private set; }

    /// <summary>The switches of queries as they are now.</summary>
    internal QueryOptions Query { get; private set; }

    /// <summary>Without trailing slash; where no request gives one, a host that cannot be reached.</summary>
    internal string InstanceUrl => Options.InstanceUrl ?? "https://simulated.my.salesforce.invalid";

    /// <summary>Calls of 20 s and longer that may run at once.</summary>
    public int ConcurrentLongRunningLimit => LongRunning.Limit;

    /// <summary>The present value of a switch, as <see cref="SetSwitch"/> takes it.</summary>
    /// <exception cref="ArgumentException">There is no such switch.</exception>
    public string GetSwitch(string name)
    {
        lock (Gate)
        {
            return SwitchTable.Read(name, Switches, Query);
        }
    }

    /// <summary>Values that a switch takes; for numbers and durations a word that says so.</summary>
    /// <exception cref="ArgumentException">There is no such switch.</exception>
    public static IReadOnlyList<string> SwitchValues(string name) => SwitchTable.Values(name);

    /// <summary>Sets a switch from now on.</summary>
    /// <param name="name">One of <see cref="SwitchNames"/>.</param>
    /// <param name="value">One of <see cref="SwitchValues"/>, or a whole number of seconds.</param>
    /// <exception cref="ArgumentException">There is no such switch, or it does not take the value; the message names what there is.</exception>
    public void SetSwitch(string name, string value)
    {
        lock (Gate)
        {
            var before = Query;
            var switches = Switches;
            (Switches, Query) = SwitchTable.Set(name, value, Switches, Query);
            if (Switches.ConversionFieldMap != switches.ConversionFieldMap)
            {
                SetFieldMap(switches);
            }

            RowReader = new RowReader(Store, Switches);
            Writer = NewWriter();
            Sessions.Slides = Switches.SessionSlides;
            Sessions.Timeout = Switches.SessionTimeout ?? Options.SessionTimeout;
            Requests.Limit = Switches.DailyRequests ?? Requests.Limit;
            if (Query != before)
            {
                // Its plans and cursors are of the old setting.
                ForgetPlans();
            }
        }
    }

    private void SetFieldMap(SalesforceSwitches before)
    {
        try
        {
            Converter = NewConverter();
        }
        catch (ArgumentException)
        {
            Switches = before;
            throw;
        }
    }

    /// <summary>Changes the limits that are named, from now on.</summary>
    /// <param name="requestsPerDay">API requests in any 24 h, 0 and up.</param>
    /// <param name="concurrentLongRunning">Calls of 20 s and longer at once, 0 and up.</param>
    public void SetLimits(int? requestsPerDay = null, int? concurrentLongRunning = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requestsPerDay ?? 0, nameof(requestsPerDay));
        ArgumentOutOfRangeException.ThrowIfNegative(concurrentLongRunning ?? 0, nameof(concurrentLongRunning));
        lock (Gate)
        {
            Requests.Limit = requestsPerDay ?? Requests.Limit;
            LongRunning.Limit = concurrentLongRunning ?? LongRunning.Limit;
        }
    }

    /// <summary>Ends all sessions, as an administrator or a release may, or those of one user: the next call of each client is 401 INVALID_SESSION_ID.</summary>
    public void ExpireSessions(string? username = null)
    {
        lock (Gate)
        {
            if (username is null)
            {
                Sessions.RevokeAll();
            }
            else
            {
                Sessions.Revoke(session => session.Username.Equals(username, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    /// <summary>A session for an outbound message. Under the gate.</summary>
    internal string OpenSession(string? username, long now)
    {
        var user = IntegrationUser(username)!;
        return Sessions.Open(user, user.Text(user.Type.Field("Username").Number)!, now).Token;
    }

    private void CheckIntegrationUsers()
    {
        if (targets.FirstOrDefault(target => IntegrationUser(target.Definition.IntegrationUser) is null) is { } bad)
        {
            throw new ArgumentException($"The outbound message {bad.Definition.Name} names the integration user {bad.Definition.IntegrationUser}, who does not exist.");
        }
    }

    private SRow? IntegrationUser(string? username)
    {
        var users = Store["User"];
        return username is null ? users[0] : users.FindByUnique(users.Type.Field("Username"), username);
    }
}
