using CsCheck;
using SfMarketo.Sync.Flows.OpportunityStages;

namespace SfMarketo.Tests.Sync.Flows.OpportunityStages;

/// <summary>Whatever standings come and whatever calls are lost half-way, in the end Marketo shows the standing (engine.md R14, S14).</summary>
public sealed class TrackProperties
{
    private enum Fate
    {
        Done,
        NotExecuted,
        FirstStepsOnly,
        AllButTheAnswer,
    }

    private static readonly Gen<(Standing Standing, Fate Fate)[]> Lives =
        Gen.Select(Gen.Int[0, 3].Select(number => (Standing)number), Gen.Int[0, 3].Select(number => (Fate)number)).Array[1, 12];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Marketo_shows_the_last_standing(bool delete) => Lives.Sample(life =>
    {
        var settings = new OpportunityStageSettings { SuppressBy = delete ? SuppressBy.Delete : SuppressBy.List, ReengagementDelay = TimeSpan.Zero };
        var world = new World(settings);
        foreach (var (standing, fate) in life)
        {
            world.Stand(standing);
            world.Try(fate);
        }

        for (var round = 0; round < 5; round++)
        {
            world.Try(Fate.Done);
        }

        world.ShouldShow(life[^1].Standing);
    });

    /// <summary>A person in Marketo beside what the engine knows of it.</summary>
    private sealed class World(OpportunityStageSettings settings)
    {
        private readonly OpportunityStageFlow flow = new(settings);
        private readonly Dictionary<string, string> memberships = new() { ["Spring Nurture"] = "Engaged" };
        private readonly List<Membership> noted = [];
        private bool onList;
        private PersonStanding person = PersonStanding.Unknown(1);

        public void Stand(Standing standing) => person = flow.Stand(person, standing, "", 0);

        public void Try(Fate fate)
        {
            var order = flow.Plan(person, noted);
            if (order.IsNothing)
            {
                return;
            }

            person = OpportunityStageFlow.Trying(person, order);
            var looked = settings.AcquisitionPrograms.Where(memberships.ContainsKey).Select(program => new Membership(program, memberships[program])).ToList();
            var steps = Steps(order);
            var happen = fate switch { Fate.NotExecuted => 0, Fate.FirstStepsOnly => steps.Count / 2, _ => steps.Count };
            steps.Take(happen).ToList().ForEach(step => step());
            if (fate != Fate.Done)
            {
                return;
            }

            if (order.Look)
            {
                noted.AddRange(looked);
            }

            if (order.Lift)
            {
                noted.Clear();
            }

            person = OpportunityStageFlow.Done(person, order);
        }

        public void ShouldShow(Standing standing)
        {
            flow.Plan(person, noted).IsNothing.Should().BeTrue("the last order was carried out");
            var suppressed = standing is Standing.Customer or Standing.Lost;
            var expected = new Dictionary<string, string>();
            if (!suppressed || settings.SuppressBy == SuppressBy.List)
            {
                expected["Spring Nurture"] = "Engaged";
            }

            if (settings.TrackOf(standing) is { } track)
            {
                expected[track.Program] = track.Status;
            }

            memberships.Should().BeEquivalentTo(expected);
            onList.Should().Be(suppressed && settings.SuppressBy == SuppressBy.List);
        }

        private List<Action> Steps(TrackOrder order)
        {
            var steps = new List<Action>();
            steps.AddRange(order.Leave.Select(program => (Action)(() => memberships.Remove(program))));
            if (settings.SuppressBy == SuppressBy.List)
            {
                if (order.Suppress || order.Lift)
                {
                    steps.Add(() => onList = order.Suppress);
                }
            }
            else if (order.Suppress)
            {
                steps.AddRange(order.Memberships.Select(membership => (Action)(() => memberships.Remove(membership.Program))));
            }
            else if (order.Lift)
            {
                steps.AddRange(order.Memberships.Select(membership => (Action)(() => memberships.TryAdd(membership.Program, membership.Status))));
            }

            if (order.Enter is { } track)
            {
                steps.Add(() => memberships[track.Program] = track.Status);
            }

            return steps;
        }
    }
}
