using Microsoft.Data.Sqlite;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.State;

/// <summary>All of the state, inside one transaction of the writer. Work on it is synchronous: no transaction spans an await.</summary>
internal sealed class StateTransaction : IDisposable
{
    private readonly Statement savepoint;
    private readonly Statement release;
    private readonly Statement undo;

    public StateTransaction(SqliteConnection connection, FieldMap map)
    {
        savepoint = new Statement(connection, "SAVEPOINT part");
        release = new Statement(connection, "RELEASE part");
        undo = new Statement(connection, "ROLLBACK TO part");
        Owner = new OwnerTable(connection);
        Cursors = new CursorTable(connection);
        Inbox = new InboxTable(connection);
        Links = new LinkTable(connection, map);
        Outbox = new OutboxTable(connection);
        Intents = new IntentTable(connection);
        DeadLetters = new DeadLetterTable(connection);
        Moments = new MomentTable(connection);
        CampaignRequests = new CampaignRequestTable(connection);
        Incidents = new IncidentTable(connection);
        Ledger = new LedgerTable(connection);
        Opportunities = new OpportunityTable(connection);
        Standings = new StandingTable(connection);
        Companies = new CompanyTable(connection);
        Engagement = new EngagementTable(connection);
        Systems = new SystemsTable(connection);
    }

    public OwnerTable Owner { get; }

    public CursorTable Cursors { get; }

    public InboxTable Inbox { get; }

    public LinkTable Links { get; }

    public OutboxTable Outbox { get; }

    public IntentTable Intents { get; }

    public DeadLetterTable DeadLetters { get; }

    public MomentTable Moments { get; }

    public CampaignRequestTable CampaignRequests { get; }

    public IncidentTable Incidents { get; }

    public LedgerTable Ledger { get; }

    public EngagementTable Engagement { get; }

    public OpportunityTable Opportunities { get; }

    public StandingTable Standings { get; }

    public CompanyTable Companies { get; }

    public SystemsTable Systems { get; }

    private StateTable[] Tables => [Owner, Cursors, Inbox, Links, Outbox, Intents, DeadLetters, Moments, CampaignRequests, Incidents, Ledger, Opportunities, Standings, Companies, Engagement, Systems];

    public void SetEpoch(long epoch)
    {
        foreach (var table in Tables)
        {
            table.Epoch = epoch;
        }
    }

    /// <summary>Runs a part of the work so that its failure undoes that part alone.</summary>
    /// <returns>The failure, or null.</returns>
    public Exception? Try(Action<StateTransaction> part)
    {
        savepoint.Run();
        try
        {
            part(this);
            return null;
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            undo.Run();
            return failure;
        }
        finally
        {
            release.Run();
        }
    }

    public void Dispose()
    {
        savepoint.Dispose();
        release.Dispose();
        undo.Dispose();
        foreach (var table in Tables)
        {
            table.Dispose();
        }
    }
}
