using CsCheck;
using SfMarketo.Kernel.Storage;

namespace SfMarketo.Tests.Simulators.Storage;

/// <summary>A family of forks agrees with dictionaries that were copied whole.</summary>
public sealed class ForkableMapTests
{
    private enum Step
    {
        Set,
        Add,
        Remove,
        Fork,
    }

    [Fact]
    public void Forks_agree_with_whole_copies_whatever_is_written_on_either_side()
    {
        var step = Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 3], Gen.Int[0, 12], Gen.Int[0, 99]);
        step.Array[0, 80].Sample(steps =>
        {
            List<(ForkableMap<int, int> Map, Dictionary<int, int> Model)> family = [(new ForkableMap<int, int>(), [])];
            foreach (var (kind, side, key, value) in steps)
            {
                var (map, model) = family[side % family.Count];
                switch (kind)
                {
                    case Step.Set:
                        map.Set(key, value);
                        model[key] = value;
                        break;
                    case Step.Add:
                        map.TryAdd(key, value).Should().Be(model.TryAdd(key, value));
                        break;
                    case Step.Remove:
                        (map.Remove(key, out var was), was).Should().Be((model.Remove(key, out var modelWas), modelWas));
                        break;
                    default:
                        family.Add((map.Fork(), new Dictionary<int, int>(model)));
                        break;
                }
            }

            foreach (var (map, model) in family)
            {
                map.Count.Should().Be(model.Count);
                map.All().ToDictionary(entry => entry.Key, entry => entry.Value).Should().Equal(model);
                for (var key = 0; key < 13; key++)
                {
                    (map.TryGetValue(key, out var found), found).Should().Be((model.TryGetValue(key, out var expected), expected));
                }
            }
        });
    }

    [Fact]
    public void Many_changes_are_put_together_at_the_next_fork_and_nothing_is_lost()
    {
        var origin = new ForkableMap<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var number = 0; number < 3_000; number++)
        {
            origin.Set("key" + number, number);
        }

        var fork = origin.Fork();
        for (var number = 0; number < 3_000; number += 2)
        {
            fork.Remove("KEY" + number);
            fork.Set("new" + number, number);
        }

        var second = fork.Fork();

        (origin.Count, fork.Count, second.Count).Should().Be((3_000, 3_000, 3_000));
        second.ContainsKey("Key2").Should().BeFalse();
        second.TryGetValue("NEW2", out var value).Should().BeTrue();
        value.Should().Be(2);
        origin.ContainsKey("new2").Should().BeFalse();
    }
}
