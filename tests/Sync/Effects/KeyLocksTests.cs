using SfMarketo.Sync.Effects;

namespace SfMarketo.Tests.Sync.Effects;

public sealed class KeyLocksTests
{
    private readonly KeyLocks locks = new();

    [Fact]
    public void A_key_in_flight_is_refused_to_others()
    {
        locks.TryTake(["mk:7", "email:a"], "first").Should().BeTrue();

        locks.TryTake(["email:a"], "second").Should().BeFalse();
        locks.TryTake(["mk:8"], "second").Should().BeTrue();
    }

    [Fact]
    public void A_second_step_of_one_owner_waits_for_the_first()
    {
        locks.TryTake(["mk:7"], "update of 7").Should().BeTrue();

        locks.TryTake(["mk:7"], "update of 7").Should().BeFalse("it would overtake the write that is under way");
    }

    [Fact]
    public void Keys_that_are_kept_are_there_for_the_owners_next_step_and_for_nobody_else()
    {
        locks.TryTake(["sf:1", "email:a"], "person of sf:1");
        locks.Keep("person of sf:1");

        locks.TryTake(["sf:2", "email:a"], "person of sf:2").Should().BeFalse();
        locks.TryTake(["sf:1", "email:a"], "person of sf:1").Should().BeTrue();
    }

    [Fact]
    public void Keys_kept_for_a_step_that_was_called_off_are_free()
    {
        var isWanted = true;
        locks.TryTake(["sf:1", "email:a"], "person of sf:1");
        locks.Keep("person of sf:1", () => isWanted);
        locks.TryTake(["sf:1"], "read of sf:1").Should().BeFalse();

        isWanted = false;

        locks.TryTake(["sf:1"], "read of sf:1").Should().BeTrue();
        locks.TryTake(["sf:2", "email:a"], "person of sf:2").Should().BeTrue();
    }

    [Fact]
    public void What_could_not_be_taken_whole_is_not_taken_at_all()
    {
        locks.TryTake(["b"], "first");

        locks.TryTake(["a", "b"], "second").Should().BeFalse();

        locks.TryTake(["a"], "third").Should().BeTrue();
    }

    [Fact]
    public void Released_keys_are_free()
    {
        locks.TryTake(["a"], "first");
        locks.Release("first");

        locks.TryTake(["a"], "second").Should().BeTrue();
    }
}
