using Microsoft.Data.Sqlite;
using SfMarketo.Harness.Running;

namespace SfMarketo.Tests.Harness.Running;

public sealed class StateFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;

    [Theory]
    [InlineData(1, 9)]
    [InlineData(4, 6)]
    [InlineData(10, 0)]
    public void A_torn_log_loses_the_last_commits_and_leaves_a_whole_file(int commits, int left)
    {
        var path = Path.Combine(folder, "state.db");
        var copy = Path.Combine(folder, "copy.db");
        using (var live = Open(path))
        {
            Run(live, "PRAGMA journal_mode=WAL; CREATE TABLE t (n INTEGER); PRAGMA wal_checkpoint(TRUNCATE);");
            for (var row = 0; row < 10; row++)
            {
                Run(live, "INSERT INTO t VALUES (1);");
            }

            EngineLife.CopyState(path, copy);
        }

        var lost = StateFile.Tear(copy, commits);

        lost.Should().Be(commits);
        using var torn = Open(copy);
        Scalar(torn, "SELECT COUNT(*) FROM t").Should().Be((long)left);
        Scalar(torn, "PRAGMA integrity_check").Should().Be("ok");
    }

    [Fact]
    public void What_a_checkpoint_has_brought_to_the_disk_cannot_be_lost()
    {
        var path = Path.Combine(folder, "state.db");
        using (var live = Open(path))
        {
            Run(live, "PRAGMA journal_mode=WAL; CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1); PRAGMA wal_checkpoint(TRUNCATE);");
            EngineLife.CopyState(path, path + ".copy");
        }

        StateFile.Tear(path + ".copy", 3).Should().Be(0);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql) => Scalar(connection, sql);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
