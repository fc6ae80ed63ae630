using CsCheck;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Tests.Load.Injection;

public sealed class LoadShapeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Arrivals_are_as_many_as_the_area_under_the_rate_in_order_and_inside()
    {
        Shapes.Sample(
            (simulations, seed) =>
            {
                var shape = LoadShape.Of(simulations, new Draws(seed));
                var arrivals = shape.Arrivals().ToList();
                return Math.Abs(arrivals.Count - shape.Integral) <= 0.5 + 1e-6
                    && arrivals.Zip(arrivals.Skip(1)).All(pair => pair.First <= pair.Second)
                    && arrivals.All(arrival => arrival >= TimeSpan.Zero && arrival < shape.Length);
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public void Each_stretch_has_its_own_arrivals()
    {
        var shape = Of(
            new LoadSimulation.RampingInject(10, Second, Second * 10),
            new LoadSimulation.Inject(10, Second, Second * 10),
            new LoadSimulation.Pause(Second * 10),
            new LoadSimulation.RampingInject(4, Second, Second * 10),
            new LoadSimulation.KeepConstant(3, Second * 10),
            new LoadSimulation.Inject(60, TimeSpan.FromMinutes(1), Second * 10));

        shape.Arrivals().CountBy(arrival => (int)(arrival / (Second * 10))).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))
            .Should().Equal((0, 50), (1, 100), (3, 20), (5, 10));
        shape.Constants.Should().Equal(new ConstantPiece(Second * 40, Second * 50, 3));
    }

    [Fact]
    public void A_steady_rate_is_evenly_spread() =>
        Of(new LoadSimulation.Inject(4, Second, Second)).Arrivals().Select(arrival => arrival.TotalMilliseconds).Should().Equal(125, 375, 625, 875);

    [Fact]
    public void A_ramp_has_three_quarters_of_its_arrivals_in_its_second_half() =>
        Of(new LoadSimulation.RampingInject(80, Second, Second * 10)).Arrivals().Count(arrival => arrival >= Second * 5).Should().Be(300);

    [Fact]
    public void A_random_rate_stays_between_its_bounds_and_is_the_same_for_one_seed()
    {
        LoadSimulation random = new LoadSimulation.InjectRandom(10, 30, Second, Second * 60);

        var (one, same, other) = (LoadShape.Of([random], new Draws(1)), LoadShape.Of([random], new Draws(1)), LoadShape.Of([random], new Draws(2)));

        one.Rates.Should().HaveCount(60).And.OnlyContain(piece => piece.From >= 10 && piece.From < 30 && piece.From == piece.To);
        same.Arrivals().Should().Equal(one.Arrivals());
        other.Arrivals().Should().NotEqual(one.Arrivals());
    }

    [Fact]
    public void The_understood_shape_says_rates_and_arrivals() =>
        Of(
            new LoadSimulation.Inject(10, Second, Second * 10),
            new LoadSimulation.RampingInject(20, Second, Second * 10),
            new LoadSimulation.Pause(Second),
            new LoadSimulation.KeepConstant(3, Second)).Lines.Should().Equal(
            "inject: 10 each 00:00:01 during 00:00:10: 100 arrivals",
            "ramping_inject: 10 to 20 each 00:00:01 during 00:00:10: 150 arrivals",
            "pause: 00:00:01",
            "keep_constant: 3 copies during 00:00:01");

    [Fact]
    public void What_cannot_be_is_refused()
    {
        LoadSimulation[] wrong =
        [
            new LoadSimulation.Inject(-1, Second, Second), new LoadSimulation.Inject(1, TimeSpan.Zero, Second), new LoadSimulation.Pause(TimeSpan.Zero),
            new LoadSimulation.KeepConstant(0, Second), new LoadSimulation.InjectRandom(2, 1, Second, Second),
        ];

        foreach (var simulation in wrong)
        {
            FluentActions.Invoking(() => Of(simulation)).Should().Throw<ArgumentException>();
        }
    }

    private static Gen<(LoadSimulation[] Simulations, ulong Seed)> Shapes { get; } = Gen.Select(OneSimulation().Array[1, 6], Gen.ULong);

    private static Gen<LoadSimulation> OneSimulation()
    {
        var rate = Gen.Double[0, 40];
        var interval = Gen.Int[200, 3_000].Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds));
        var during = Gen.Int[100, 20_000].Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds));
        return Gen.OneOf(
            Gen.Select(rate, interval, during, (one, two, three) => (LoadSimulation)new LoadSimulation.Inject(one, two, three)),
            Gen.Select(rate, interval, during, (one, two, three) => (LoadSimulation)new LoadSimulation.RampingInject(one, two, three)),
            Gen.Select(rate, rate, interval, during, (one, two, three, four) => (LoadSimulation)new LoadSimulation.InjectRandom(Math.Min(one, two), Math.Max(one, two), three, four)),
            during.Select(length => (LoadSimulation)new LoadSimulation.Pause(length)));
    }

    private static LoadShape Of(params LoadSimulation[] simulations) => LoadShape.Of(simulations, new Draws(7));
}
