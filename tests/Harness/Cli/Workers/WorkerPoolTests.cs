using SfMarketo.Cli.Workers;

namespace SfMarketo.Tests.Harness.Cli.Workers;

public sealed class WorkerPoolTests
{
    private static readonly RunOrder[] Orders = [.. Enumerable.Range(0, 20).Select(number => new RunOrder(number, "story-" + number))];

    private readonly List<FakeWorker> workers = [];
    private readonly Dictionary<int, WorkerLine> answers = [];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public async Task Each_order_is_answered_once_however_many_workers_there_are(int size)
    {
        await using (var pool = Pool(size, FakeWorker.Passed))
        {
            await pool.PlayAsync(Orders, Answered, static (_, _) => { }, TestContext.Current.CancellationToken);
        }

        answers.Keys.Order().Should().Equal(Enumerable.Range(0, 20));
        answers.Should().OnlyContain(answer => answer.Value.Result!.Scenario == "story-" + answer.Key);
        workers.Should().HaveCountLessThanOrEqualTo(Math.Min(size, 20)).And.OnlyContain(worker => worker.Ended);
    }

    [Fact]
    public async Task A_worker_that_dies_costs_its_own_run_only_and_is_not_asked_again()
    {
        await using (var pool = Pool(1, order => order.Index == 7 ? FakeWorker.Died : FakeWorker.Passed(order)))
        {
            await pool.PlayAsync(Orders, Answered, static (_, _) => { }, TestContext.Current.CancellationToken);
        }

        answers.Should().HaveCount(20);
        answers.Where(answer => answer.Value.Failure is not null).Should().ContainSingle().Which.Key.Should().Be(7);
        workers.Should().HaveCount(2).And.OnlyContain(worker => worker.Ended);
        workers[0].Played.Should().HaveCount(8);
    }

    [Fact]
    public async Task A_second_list_of_orders_is_played_by_the_same_workers()
    {
        await using var pool = Pool(1, FakeWorker.Passed);

        await pool.PlayAsync(Orders, Answered, static (_, _) => { }, TestContext.Current.CancellationToken);
        await pool.PlayAsync([Orders[0]], static (_, _) => { }, static (_, _) => { }, TestContext.Current.CancellationToken);

        workers.Should().ContainSingle().Which.Played.Should().HaveCount(21);
    }

    [Fact]
    public async Task Giving_up_ends_all_workers_and_starts_no_further_run()
    {
        using var giveUp = new CancellationTokenSource();
        await using var pool = Pool(3, FakeWorker.Passed);

        var playing = pool.PlayAsync(Orders, (_, _) => giveUp.Cancel(), static (_, _) => { }, giveUp.Token);

        await FluentActions.Awaiting(() => playing).Should().ThrowAsync<OperationCanceledException>();
        workers.Sum(worker => worker.Played.Count).Should().BeLessThan(20);
        await pool.DisposeAsync();
        workers.Should().OnlyContain(worker => worker.Ended);
    }

    private WorkerPool Pool(int size, Func<RunOrder, WorkerLine> answer) => new(
        () =>
        {
            var worker = new FakeWorker(answer);
            lock (workers)
            {
                workers.Add(worker);
            }

            return worker;
        },
        size);

    private void Answered(RunOrder order, WorkerLine line) => answers.Add(order.Index, line);
}
