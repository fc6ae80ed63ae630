using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Quotas;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>What a control API changes while the instance runs.</summary>
public sealed class RuntimeTests
{
    private readonly MarketoInstance marketo = new(new MarketoSimOptions(), new FakeTimeProvider(DateTimeOffset.Parse("2026-03-02T12:00:00Z", null)), new Draws(7));

    [Fact]
    public void Every_switch_takes_each_of_its_settings_and_no_other()
    {
        foreach (var name in marketo.SwitchNames)
        {
            marketo.SwitchSettings(name).Should().HaveCountGreaterThan(1).And.Contain(marketo.GetSwitch(name));
            foreach (var setting in marketo.SwitchSettings(name))
            {
                marketo.SetSwitch(name, setting);
                marketo.GetSwitch(name).Should().Be(setting, "{0} was set", name);
            }

            marketo.Invoking(it => it.SetSwitch(name, "nonsense")).Should().Throw<ArgumentException>().WithMessage($"*'{name}' takes*");
        }

        marketo.Invoking(it => it.GetSwitch("nonsense")).Should().Throw<ArgumentException>().WithMessage("*no switch 'nonsense'*");
    }

    [Fact]
    public void The_names_are_sorted_and_the_strict_settings_are_the_defaults()
    {
        marketo.SwitchNames.Should().BeInAscendingOrder(StringComparer.Ordinal).And.Contain(["compat.seed", "unsubscribe.durable", "limits.countRejected", "lead.companyFields"]);
        (marketo.GetSwitch("compat.seed"), marketo.GetSwitch("lead.companyFields"), marketo.GetSwitch("limits.countRejected"), marketo.GetSwitch("auth.missingToken"))
            .Should().Be(("on", "skip1021WhenLinked", "starred-free", "603"));
    }

    [Fact]
    public void The_case_of_email_keys_changes_at_once()
    {
        var id = marketo.CreatePerson([new("email", "Ann@example.invalid")], "create");
        marketo.FindPeople("email", "ann@example.invalid").Should().Equal(id);

        marketo.SetSwitch("lead.emailCase", "exact");
        marketo.FindPeople("email", "ann@example.invalid").Should().BeEmpty();
        marketo.SetSwitch("lead.emailCase", "ignore");

        marketo.FindPeople("email", "ann@example.invalid").Should().Equal(id);
    }

    [Fact]
    public void Limits_left_out_stay_and_none_may_be_zero()
    {
        marketo.SetLimits(callsPerDay: 7, concurrentCalls: 2);

        (marketo.Options.CallsPerDay, marketo.Options.ConcurrentCalls, marketo.Options.CallsPerWindow, marketo.Options.WindowSeconds).Should().Be((7, 2, 100, 20));
        marketo.SpendCalls(9);
        marketo.UsageToday.Should().Be(7);
        marketo.Invoking(it => it.SetLimits(callsPerWindow: 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(3, 20, 3)]
    [InlineData(10, 20, 6)]
    [InlineData(10, 2, 2)]
    public void A_resized_window_remembers_the_last_arrivals(int calls, int seconds, int remembered)
    {
        var window = new CallWindow(6, TimeSpan.FromSeconds(20));
        for (var second = 0; second < 6; second++)
        {
            window.TryEnter(second * 1_000_000L).Should().BeTrue();
        }

        window.Resize(calls, TimeSpan.FromSeconds(seconds)).CountAt(5_000_000L).Should().Be(remembered);
    }
}
