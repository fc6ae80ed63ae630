using CsCheck;
using SfMarketo.Kernel.Storage;

namespace SfMarketo.Tests.Simulators.Storage;

/// <summary>A family of forks agrees with lists that were copied whole.</summary>
public sealed class ForkableListTests
{
    private const int Many = 5_000;

    private enum Step
    {
        Add,
        Set,
        Insert,
        Cut,
        Fork,
    }

    [Fact]
    public void Forks_agree_with_whole_copies_whatever_is_written_on_either_side()
    {
        var step = Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 3], Gen.Int[0, Many], Gen.Int[0, 99]);
        step.Array[0, 40].Sample(steps =>
        {
            List<(ForkableList<int> List, List<int> Model)> family = [Filled()];
            foreach (var (kind, side, at, value) in steps)
            {
                var (list, model) = family[side % family.Count];
                var place = model.Count == 0 ? 0 : at % model.Count;
                switch (kind)
                {
                    case Step.Set when model.Count > 0:
                        list[place] = value;
                        model[place] = value;
                        break;
                    case Step.Insert:
                        list.Insert(place, value);
                        model.Insert(place, value);
                        break;
                    case Step.Cut:
                        list.Cut(place);
                        model.RemoveRange(place, model.Count - place);
                        break;
                    case Step.Fork:
                        family.Add((list.Fork(), [.. model]));
                        break;
                    default:
                        list.Add(value);
                        model.Add(value);
                        break;
                }
            }

            foreach (var (list, model) in family)
            {
                Enumerable.Range(0, list.Count).Select(place => list[place]).Should().Equal(model);
            }
        });
    }

    [Fact]
    public void A_place_behind_the_end_is_refused()
    {
        var (list, _) = Filled();
        list.Cut(3);

        var read = () => list[3];
        var write = () => list[3] = 0;

        read.Should().Throw<ArgumentOutOfRangeException>();
        write.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static (ForkableList<int> List, List<int> Model) Filled()
    {
        var list = new ForkableList<int>();
        for (var number = 0; number < Many; number++)
        {
            list.Add(number);
        }

        return (list, [.. Enumerable.Range(0, Many)]);
    }
}
