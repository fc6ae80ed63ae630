using System.Globalization;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Workload;

/// <summary>Plays a scenario's people: does what load and timeline say, when they say it, at the simulators' screens.</summary>
/// <remarks>Everything happens at one instant and under the simulator's own lock; between events it only waits on the clock.</remarks>
public sealed class WorkloadPlayer
{
    /// <summary>Far above what a seeder gives, so that no e-mail comes twice.</summary>
    private const int FirstNumber = 1_000_000;

    private readonly Scenario scenario;
    private readonly MarketoInstance marketo;
    private readonly IEndRecords records;
    private readonly Draws draws;
    private readonly TimeProvider time;
    private readonly SalesTeam sales;
    private readonly MarketingTeam marketing;
    private readonly DealDesk deals;
    private readonly Audience audience;
    private readonly DataSteward steward;
    private readonly List<Task> mailings = [];
    private DateTimeOffset start;

    /// <param name="scenario">What to play.</param>
    /// <param name="marketo">Where marketing works.</param>
    /// <param name="salesforce">Where sales works.</param>
    /// <param name="records">Finds the counterparts of named records.</param>
    /// <param name="draws">The run's own; forks are made for each load.</param>
    /// <param name="time">The run's clock.</param>
    public WorkloadPlayer(Scenario scenario, MarketoInstance marketo, SalesforceOrg salesforce, IEndRecords records, Draws draws, TimeProvider time)
    {
        this.scenario = scenario;
        this.marketo = marketo;
        this.records = records;
        this.draws = draws.Fork("workload");
        this.time = time;
        var people = new PersonFactory(NamePool.Create(scenario.Org.Locale, this.draws), FirstNumber);
        var touches = new RecentTouches(time);
        sales = new SalesTeam(salesforce, people, touches, time);
        deals = new DealDesk(salesforce, touches, time);
        audience = new Audience(marketo, touches, time);
        marketing = new MarketingTeam(marketo, people, touches, time);
        steward = new DataSteward(salesforce, marketo, touches, time);
    }

    public WorkloadLog Log { get; } = new();

    /// <summary>Told of what happens to outbound messages.</summary>
    public Action<MessageFate>? MessagesTurn { get; set; }

    /// <summary>Does what is no people's work; null: nobody does, and such steps are missed.</summary>
    public ISystemActions? Systems { get; set; }

    /// <summary>Steps that wait until something is so; null: none do.</summary>
    public StepTriggers? Triggers { get; set; }

    /// <summary>The seams that steps may wait for; null: no engine lives.</summary>
    public Passages? Passages { get; set; }

    /// <summary>Plays from now, which is the start of the run, to the last event.</summary>
    public Task PlayAsync(CancellationToken cancellationToken)
    {
        start = time.GetUtcNow();
        return Task.WhenAll([PlayTimelineAsync(cancellationToken), .. scenario.Load.Select(line => PlayLoadAsync(line, cancellationToken))]);
    }

    private async Task PlayTimelineAsync(CancellationToken cancellationToken)
    {
        var player = new TimelinePlayer(scenario.Timeline, Log, time, draws, (step, own) => Play(step, own, cancellationToken), cancellationToken) { OnDone = () => Triggers?.Look() };
        await player.PlayAsync(Triggers, Passages);
        await Task.WhenAll(mailings);
    }

    private async Task PlayLoadAsync(LoadLine line, CancellationToken cancellationToken)
    {
        // Two generators, so that a pick more or less does not move the moments.
        var moments = draws.Fork("load." + line.Name);
        var picks = draws.Fork("picks." + line.Name);
        var (due, done) = (0, 0);
        foreach (var moment in ArrivalTimes.Of(line.Shape, scenario.Clock, moments))
        {
            await WaitUntilAsync(moment, cancellationToken);
            due++;
            if (Happen(line.Does, default, [], picks, $"load '{line.Name}'") is { } touched)
            {
                done++;
                Log.Story.Note(time.GetUtcNow(), string.Create(CultureInfo.InvariantCulture, $"{scenario.FileOf("load")}:{line.Line}"), BusinessEventWords.Of(line.Does).Words, touched, isStep: false);
            }
        }

        if (due > 0 && done == 0)
        {
            Log.Miss(string.Create(CultureInfo.InvariantCulture, $"load '{line.Name}' was due {due} times and never found a record"));
        }
    }

    /// <summary>Does a step; false when it could not be.</summary>
    private bool Play(TimelineStep step, Draws own, CancellationToken cancellationToken)
    {
        var words = BusinessEventWords.Of(step.Do);
        if (words is { Target: null, IsLoad: false })
        {
            return PlayWithoutRecord(step, own, cancellationToken);
        }

        string? who = null, other = null;
        if ((step.Who is not null && (who = Resolve(step, step.Who)) is null) || (step.Other is not null && (other = Resolve(step, step.Other)) is null))
        {
            return false;
        }

        for (var number = 0; number < step.Count; number++)
        {
            var missed = Log.Missed.Count;
            var id = Happen(step.Do, (who, other), Named(step), own, Place(step));
            if (id is null)
            {
                if (Log.Missed.Count == missed)
                {
                    Log.Miss($"{Place(step)}: no record fits '{words.Words}'");
                }

                return number > 0;
            }

            Tell(step, id);
            if (step.As is not null)
            {
                Log.Name(new NamedRecord(step.As, words.Target!, id));
            }
        }

        return true;
    }

    private bool PlayWithoutRecord(TimelineStep step, Draws own, CancellationToken cancellationToken)
    {
        if (Fate(step.Do) is { } fate)
        {
            MessagesTurn?.Invoke(fate);
        }
        else if (step.Do == BusinessEvent.MarketoMailingSent)
        {
            mailings.Add(FollowAsync(time.GetUtcNow() - start, audience.Mail(step.Count, own.Fork(Place(step))), cancellationToken));
        }
        else if (step.Do == BusinessEvent.MarketoCallsSpent)
        {
            marketo.SpendCalls(step.Count);
        }
        else if ((Systems is null ? "nobody does such things here" : Systems.Do(step)) is { } reason)
        {
            Log.Warn($"{Place(step)}: '{BusinessEventWords.Of(step.Do).Words}' was not done: {reason}");
            return false;
        }

        Log.Done(step.Do);
        Tell(step, null);
        return true;
    }

    private static MessageFate? Fate(BusinessEvent one) => one switch
    {
        BusinessEvent.OutboundMessagesArrive => MessageFate.Arrive,
        BusinessEvent.OutboundMessagesRefused => MessageFate.Refused,
        BusinessEvent.OutboundMessagesLost => MessageFate.Lost,
        _ => null,
    };

    private async Task FollowAsync(TimeSpan sent, IReadOnlyList<(TimeSpan After, Action Do)> follow, CancellationToken cancellationToken)
    {
        foreach (var (after, act) in follow)
        {
            await WaitUntilAsync(sent + after, cancellationToken);
            act();
        }
    }

    /// <summary>The step's field values, names of records replaced by their ids.</summary>
    private List<KeyValuePair<string, object?>> Named(TimelineStep step) =>
    [
        .. step.With.Select(pair => pair.Value is string text && text.StartsWith('$')
            ? new KeyValuePair<string, object?>(pair.Key, Log.Named.FirstOrDefault(record => record.Name == text[1..])?.Id)
            : pair),
    ];

    private string? Resolve(TimelineStep step, string who)
    {
        var target = BusinessEventWords.Of(step.Do).Target!;
        if (Log.Named.FirstOrDefault(record => record.Name == who) is not { } named)
        {
            Log.Miss($"{Place(step)}: '{who}' was never made");
            return null;
        }

        if (named.Of == target && step.Do is BusinessEvent.SalesforceLeadUndeleted or BusinessEvent.SalesforceContactUndeleted or BusinessEvent.SalesforceAccountUndeleted)
        {
            return named.Id; // in the bin, where no look-up finds it
        }

        var found = Counterparts.Find(records, named, target);
        if (found.Count == 1)
        {
            return found[0].Id;
        }

        Log.Miss(string.Create(CultureInfo.InvariantCulture, $"{Place(step)}: '{who}' ({named.Of.Words} {named.Id}) is {found.Count} records of {target.Words} at that moment, not 1"));
        return null;
    }

    /// <summary>Does it; null when no record fits or the system refused.</summary>
    private string? Happen(BusinessEvent one, (string? Who, string? Other) whom, IReadOnlyList<KeyValuePair<string, object?>> with, Draws own, string place)
    {
        var (who, other) = whom;
        try
        {
            var id = one switch
            {
                BusinessEvent.SalesforceLeadCreated => sales.CreateLead(with, own),
                BusinessEvent.SalesforceLeadEdited => sales.EditLead(who, with, own),
                BusinessEvent.SalesforceContactEdited => sales.EditContact(who, with, own),
                BusinessEvent.SalesforceLeadConverted => sales.ConvertLead(who, own),
                BusinessEvent.SalesforceAccountCreated => sales.CreateAccount(with, own),
                BusinessEvent.SalesforceAccountEdited => sales.EditAccount(who, with, own),
                BusinessEvent.SalesforceContactCreated => sales.CreateContact(with, own),
                BusinessEvent.SalesforceContactOptsOut => sales.OptOut(who, true, own),
                BusinessEvent.SalesforceContactOptsIn => sales.OptOut(who, false, own),
                BusinessEvent.SalesforceOpportunityOpened => deals.Open(who, own),
                BusinessEvent.SalesforceOpportunityWon => deals.Win(who, own),
                BusinessEvent.SalesforceOpportunityLost => deals.Lose(who, own),
                BusinessEvent.SalesforceOpportunityReopened => deals.Reopen(who, own),
                BusinessEvent.SalesforceOpportunityDeleted => deals.Delete(who, own),
                BusinessEvent.SalesforceLeadDeleted or BusinessEvent.SalesforceContactDeleted or BusinessEvent.SalesforceAccountDeleted => steward.Delete(ObjectOf(one), who, own),
                BusinessEvent.SalesforceLeadUndeleted or BusinessEvent.SalesforceContactUndeleted or BusinessEvent.SalesforceAccountUndeleted => steward.Undelete(ObjectOf(one), who, own),
                BusinessEvent.SalesforceLeadsMerged or BusinessEvent.SalesforceContactsMerged or BusinessEvent.SalesforceAccountsMerged => steward.Merge(ObjectOf(one), who, other, with, own),
                BusinessEvent.SalesforceNeighbourCall => Neighbour(marketo: false),
                BusinessEvent.MarketoNeighbourCall => Neighbour(marketo: true),
                BusinessEvent.MarketoPersonDeleted => steward.DeletePerson(who, own),
                BusinessEvent.MarketoPeopleMerged => steward.MergePeople(who, other, own),
                BusinessEvent.MarketoPersonCreated => marketing.CreatePerson(with, own),
                BusinessEvent.MarketoPersonEdited => marketing.EditPerson(who, with, own),
                BusinessEvent.MarketoPersonScored => marketing.Score(who, with, own),
                BusinessEvent.MarketoPersonBecomesMql => marketing.BecomeMql(who, with, own),
                BusinessEvent.MarketoInterestingMoment => marketing.InterestingMoment(who, own),
                BusinessEvent.MarketoEmailOpened => audience.Open(who, own),
                BusinessEvent.MarketoEmailClicked => audience.Click(who, own),
                BusinessEvent.MarketoFormFilled => audience.FillOut(who, with, own),
                BusinessEvent.MarketoPersonUnsubscribes => audience.Unsubscribe(who, own),
                BusinessEvent.MarketoPersonResubscribes => audience.Resubscribe(who, own),
                _ => throw new ArgumentOutOfRangeException(nameof(one), one, "not an event of a load"),
            };
            if (id is null)
            {
                Log.WithoutTarget(one);
            }
            else
            {
                Log.Done(one);
            }

            return id;
        }
        catch (Exception refused) when (refused is SalesforceRowException or ArgumentException)
        {
            Log.Miss($"{place}: '{BusinessEventWords.Of(one).Words}' was refused: {refused.Message}");
            return null;
        }
    }

    private void Tell(TimelineStep step, string? touched)
    {
        Log.Story.Note(time.GetUtcNow(), Place(step), BusinessEventWords.Of(step.Do).Words, touched, isStep: true);
        foreach (var name in new[] { step.Id, step.As }.OfType<string>())
        {
            Log.Story.StepDone(name, time.GetUtcNow());
        }

        if (step.Do == BusinessEvent.FaultsOff)
        {
            Log.Story.RulesEnd(time.GetUtcNow());
        }
    }

    private string Place(TimelineStep step) => string.Create(CultureInfo.InvariantCulture, $"{scenario.FileOf("timeline")}:{step.Line}");

    private static string ObjectOf(BusinessEvent one) => BusinessEventWords.Of(one).Target!.Name;

    private string? Neighbour(bool marketo)
    {
        Systems?.Neighbour(marketo);
        return Systems is null ? null : "";
    }

    private Task WaitUntilAsync(TimeSpan offset, CancellationToken cancellationToken) => Moments.WaitUntilAsync(time, start + offset, cancellationToken);
}
