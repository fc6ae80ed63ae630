using SfMarketo.Sync;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Sync.State;

public sealed class SystemsTableTests : IDisposable
{
    private static readonly SystemPair Pair = new("00D240000000001EAA", "2026-03-03T12:00:00.000+0000", "123-abc-456.mktorest.com");

    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");

    public void Dispose()
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(path + suffix);
        }
    }

    [Fact]
    public async Task The_first_pair_is_kept_over_restarts_and_no_other_takes_its_place()
    {
        await using (var store = Open())
        {
            (await store.CommitAsync(state => state.Systems.Find())).Should().BeNull();
            await store.CommitAsync(state => state.Systems.Bind(Pair));
        }

        await using var again = Open();
        await again.CommitAsync(state => state.Systems.Bind(Pair with { OrganizationId = "00D240000000002EAA" }));
        (await again.CommitAsync(state => state.Systems.Find())).Should().Be(Pair);
    }

    [Fact]
    public void What_differs_is_said()
    {
        Pair.Difference(Pair with { }).Should().BeNull();
        Pair.Difference(Pair with { OrganizationId = "00D240000000002EAA" }).Should().Be("it was made with the Salesforce org 00D240000000001EAA, and this is 00D240000000002EAA");
        Pair.Difference(Pair with { OrganizationCreated = "2026-04-01T00:00:00.000+0000" }).Should()
            .Be("the Salesforce org 00D240000000001EAA was made anew since: it was created 2026-04-01T00:00:00.000+0000, not 2026-03-03T12:00:00.000+0000");
        Pair.Difference(Pair with { Marketo = "999-xyz-999.mktorest.com" }).Should().Be("it was made with the Marketo instance 123-abc-456.mktorest.com, and this is 999-xyz-999.mktorest.com");
    }

    private StateStore Open() => StateStore.Open(path, Durability.Normal, FieldMap.Seed, () => 0.5, _ => ValueTask.CompletedTask);
}
