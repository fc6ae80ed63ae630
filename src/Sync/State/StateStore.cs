using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.State;

/// <summary>The state file and its one writer. Work is queued and committed in groups: what is waiting when a transaction begins goes with it.</summary>
/// <remarks>
/// All reads and writes of state run here, one piece of work after another, so decisions see a state that no one else changes meanwhile.
/// A piece of work that throws takes its whole group down and stops the store: the file is then as before the group, and the engine ends.
/// </remarks>
internal sealed class StateStore : IAsyncDisposable
{
    private const int GroupSize = 500;

    private readonly SqliteConnection connection;
    private readonly StateTransaction transaction;
    private readonly Func<string, ValueTask> passage;
    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Task writer;

    private StateStore(SqliteConnection connection, FieldMap map, Func<string, ValueTask> passage)
    {
        this.connection = connection;
        this.passage = passage;
        transaction = new StateTransaction(connection, map);
        begin = new Statement(connection, "BEGIN"); // deferred: a group that only reads takes no write lock and writes nothing
        commit = new Statement(connection, "COMMIT");
        rollback = new Statement(connection, "ROLLBACK");
        writer = WriteAsync();
    }

    /// <summary>The epoch of this owner.</summary>
    public long Epoch { get; private set; }

    public Canonical Canonical { get; private set; } = new(0, 0);

    /// <summary>Groups committed so far.</summary>
    public long Commits { get; private set; }

    /// <summary>Opens or creates the file, brings its schema up to date and takes its ownership over.</summary>
    /// <param name="path">The SQLite file.</param>
    /// <param name="durability">What a commit survives.</param>
    /// <param name="map">The field map: shadows are read by its version.</param>
    /// <param name="draw">Uniform in [0, 1), for the hash keys of a new file.</param>
    /// <param name="passage">Called before and after each group's commit; a crash test ends the life there.</param>
    /// <exception cref="SqliteException">The file is no database, is locked, or cannot be written.</exception>
    public static StateStore Open(string path, Durability durability, FieldMap map, Func<double> draw, Func<string, ValueTask> passage)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // The same pages change again and again: a longer log writes each of them back less often. 8,000 pages are 32 MB.
            Execute(connection, $"PRAGMA journal_mode=WAL; PRAGMA synchronous={(durability == Durability.Full ? "FULL" : "NORMAL")}; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=8000;");
            Migrate(connection);
            var store = new StateStore(connection, map, passage);
            store.Claim(draw);
            return store;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a piece of work in the next group and returns its result once it is durable.</summary>
    /// <param name="work">Synchronous. It must not change anything but the state.</param>
    public Task<T> CommitAsync<T>(Func<StateTransaction, T> work)
    {
        var item = new Work<T>(work);
        return queue.Writer.TryWrite(item) ? item.Task : Task.FromException<T>(new ObjectDisposedException(nameof(StateStore), "The state store has stopped."));
    }

    public Task CommitAsync(Action<StateTransaction> work) => CommitAsync(state =>
    {
        work(state);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
        begin.Dispose();
        commit.Dispose();
        rollback.Dispose();
        transaction.Dispose();
        await connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        var group = new List<Work>();
        while (await queue.Reader.WaitToReadAsync())
        {
            await passage("commit.before");
            group.Clear();
            if (!TryRunGroup(group))
            {
                return;
            }

            await passage("commit.after");
            foreach (var work in group)
            {
                work.Complete();
            }
        }
    }

    private bool TryRunGroup(List<Work> group)
    {
        begin.Run();
        try
        {
            transaction.Owner.RequireEpoch();
            while (group.Count < GroupSize && queue.Reader.TryRead(out var work))
            {
                group.Add(work);
                work.Run(transaction);
            }

            commit.Run();
            Commits++;
            return true;
        }
        catch (Exception failure)
        {
            rollback.Run();
            queue.Writer.TryComplete();
            while (queue.Reader.TryRead(out var waiting))
            {
                group.Add(waiting);
            }

            foreach (var work in group)
            {
                work.Fail(failure);
            }

            return false;
        }
    }

    private void Claim(Func<double> draw)
    {
        begin.Run();
        Epoch = transaction.Owner.Claim("in-process", Key(draw), Key(draw));
        transaction.SetEpoch(Epoch);
        var (key0, key1) = transaction.Owner.HashKeys();
        Canonical = new Canonical(key0, key1);
        commit.Run();
    }

    private static long Key(Func<double> draw) => (long)(draw() * (1L << 32)) << 31 ^ (long)(draw() * (1L << 32));

    private static void Migrate(SqliteConnection connection)
    {
        using var version = new Statement(connection, "PRAGMA user_version");
        for (var done = (int)(long)version.Scalar()!; done < Migrations.Steps.Count; done++)
        {
            Execute(connection, $"BEGIN IMMEDIATE; {Migrations.Steps[done]} PRAGMA user_version = {done + 1}; COMMIT;");
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private abstract class Work
    {
        public abstract void Run(StateTransaction state);

        public abstract void Complete();

        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<StateTransaction, T> work) : Work
    {
        private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Task => completion.Task;

        public override void Run(StateTransaction state) => result = work(state);

        public override void Complete() => completion.TrySetResult(result!);

        public override void Fail(Exception failure) => completion.TrySetException(failure);
    }
}
