using SfMarketo.SalesforceSim.Org.Rules;

namespace SfMarketo.SalesforceSim;

/// <content>What judges read. Costs no request and leaves no record.</content>
public sealed partial class SalesforceOrg
{
    /// <summary>Requests that count in the last 24 h.</summary>
    public int RequestsUsed
    {
        get
        {
            lock (Gate)
            {
                Requests.Turn(NowMicros);
                return Requests.Used;
            }
        }
    }

    public int RequestsLimit => Requests.Limit;

    /// <summary>Most calls that ran at once.</summary>
    public int PeakRunning => LongRunning.Peak;

    /// <summary>Most calls of 20 s and longer that a new call met.</summary>
    public int PeakLongRunning => LongRunning.LongRunningPeak;

    /// <summary>Runs of the Lead assignment rule, oldest first.</summary>
    public IReadOnlyList<AssignmentExecution> AssignmentExecutions
    {
        get
        {
            lock (Gate)
            {
                CatchUp(NowMicros);
                return [.. Assignment.Executions];
            }
        }
    }

    /// <summary>The rows of an object at this moment, in order of creation.</summary>
    public IReadOnlyList<RowView> Rows(string @object, bool includeDeleted = false)
    {
        lock (Gate)
        {
            CatchUp(NowMicros);
            return [.. Store[@object].Rows.Where(row => includeDeleted || !row.Deleted).Select(row => new RowView(row))];
        }
    }

    /// <summary>A row of any object by its id in either form, deleted ones too; null when there is none.</summary>
    public RowView? Find(string id)
    {
        lock (Gate)
        {
            CatchUp(NowMicros);
            return Store.Find(id) is { } row ? new RowView(row) : null;
        }
    }

    /// <summary>Live rows of an object.</summary>
    public int Count(string @object)
    {
        lock (Gate)
        {
            CatchUp(NowMicros);
            return Store[@object].Live;
        }
    }

    /// <summary>Spends requests that nobody makes: a neighbour.</summary>
    public void SpendRequests(int calls)
    {
        lock (Gate)
        {
            Requests.Spend(NowMicros, calls);
        }
    }
}
