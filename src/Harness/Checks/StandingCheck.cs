using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q8: at the end, who bought or lost is suppressed and nobody else, is in the track of that standing and in no other, and shows the stage that the rule names.</summary>
/// <remarks>
/// A membership that somebody else changed last is theirs and is not judged. The delay of the re-engagement track is counted from when the engine saw
/// the loss, which is not known here: until half an hour after it was due the person may be in the track or not.
/// Source: shared/reference/practice.md 1.3 and 1.4, engine.md R14.
/// </remarks>
internal sealed class StandingCheck(CheckSettings settings) : Check("Q8", "Suppression, tracks and stage follow from a person's opportunities")
{
    private const long Late = 30 * 60 * Micros.PerSecond;
    private const string InList = "ListMember";
    private const string InProgram = "ProgramMember";
    private const string Stage = "sfdcOpptyStage";

    private readonly DealBook book = new();
    private readonly MembershipLog memberships = new(settings);
    private readonly Dictionary<string, long> linkedAt = new(StringComparer.Ordinal);

    protected override bool Applies => !book.IsEmpty || memberships.EngineActed;

    public override void Start(SystemsState state) => book.Start(state);

    public override void OnCommit(in CommitEntry entry)
    {
        book.OnCommit(entry);
        memberships.OnCommit(entry);
        if (entry.IsPerson() && entry.TryNew(RecordWords.PersonLink, out _))
        {
            linkedAt[entry.Id] = entry.At;
        }
    }

    protected override void Judge(SystemsState end)
    {
        var links = new LinkTable(end);
        var list = end.Lists.FirstOrDefault(list => list.Name == settings.SuppressionList);
        var acquisition = end.Programs.Where(program => settings.AcquisitionPrograms.Contains(program.Name)).ToList();
        var customers = end.Programs.FirstOrDefault(program => program.Name == settings.CustomerTrack);
        var lost = end.Programs.FirstOrDefault(program => program.Name == settings.LostTrack);
        Named(settings.SuppressByDelete || list is not null, settings.SuppressionList);
        Named(!settings.SuppressByDelete || acquisition.Count == settings.AcquisitionPrograms.Count, string.Join("' and '", settings.AcquisitionPrograms));
        Named(customers is not null, settings.CustomerTrack);
        Named(lost is not null, settings.LostTrack);
        foreach (var person in end.People.Where(person => person.Live))
        {
            var contact = links.RowOf(person) is { Object: RecordWords.Contact } found ? found.Row.Id : null;
            if (contact is null && person.Text(RecordWords.PersonLink) is { Length: > 0 } named && links.Row(named) is not { Row.Live: true, Object: RecordWords.Lead })
            {
                // Its Contact is gone, or does not name it: Q1 says so.
                continue;
            }

            var period = (contact is null ? null : book.Of(contact)) ?? new StandingPeriod(Standing.None, end.At, null, null);
            Examined += contact is null ? 0 : 1;
            if (contact is not null)
            {
                JudgeStage(person, contact);
            }

            if (settings.SuppressByDelete)
            {
                JudgePrograms(acquisition, person, period);
            }
            else if (list is not null && memberships.OthersOwn(InList, list, person.Id) is null)
            {
                Compare(list.Members.ContainsKey(person.Id), period.SuppressedSince is not null, $"on '{list.Name}'", person, period);
            }

            if (customers is not null && memberships.OthersOwn(InProgram, customers, person.Id) is null)
            {
                Compare(customers.Members.ContainsKey(person.Id), period.Standing == Standing.Customer, $"in '{customers.Name}'", person, period);
            }

            if (lost is not null && memberships.OthersOwn(InProgram, lost, person.Id) is null)
            {
                var isIn = lost.Members.ContainsKey(person.Id);
                Compare(isIn, InLostTrack(person, period, end.At) ?? isIn, $"in '{lost.Name}'", person, period);
            }
        }
    }

    /// <summary>A name that is nowhere would be judged to be kept by nobody.</summary>
    private void Named(bool isThere, string name)
    {
        if (!isThere && Applies)
        {
            Violate($"Marketo has no '{name}', so that nobody's membership can be judged", null);
        }
    }

    /// <summary>Null: either is right.</summary>
    private bool? InLostTrack(StateRecord person, StandingPeriod period, long now)
    {
        if (period.Standing != Standing.Lost)
        {
            return false;
        }

        // The engine may have missed a short while in which the last loss was taken back.
        var delay = (long)settings.ReengagementDelay.TotalMicroseconds;
        var due = Math.Max(period.Since, linkedAt.GetValueOrDefault(person.Id)) + delay;
        return now >= due + Late ? true : now < period.FirstLost + delay ? false : null;
    }

    private void JudgeStage(StateRecord person, string contact)
    {
        var allowed = book.StagesOf(contact);
        var stage = RecordWords.Text(person[Stage]);
        if (allowed.Count == 0 ? stage.Length > 0 : !allowed.Contains(stage))
        {
            Violate($"{Stage} is '{stage}', the opportunities say '{string.Join("' or '", allowed)}'", null, $"Person {person.Id}, Contact {contact}");
        }
    }

    private void JudgePrograms(List<StateGroup> programs, StateRecord person, StandingPeriod period)
    {
        foreach (var program in programs)
        {
            var isMember = program.Members.TryGetValue(person.Id, out var status);
            if (period.SuppressedSince is { } since)
            {
                // Whom others enrol later stays: the engine does not look again.
                if (isMember && !(memberships.OthersOwn(InProgram, program, person.Id) >= since))
                {
                    Violate($"Is in '{program.Name}', standing {period.Standing}", null, "Person " + person.Id);
                }
            }
            else if (memberships.Taken(program, person.Id) is { } former && status != former)
            {
                Violate($"Is '{status}' in '{program.Name}', was '{former}' before it was suppressed, and is {period.Standing} now", null, "Person " + person.Id);
            }
        }
    }

    private void Compare(bool isIn, bool wanted, string where, StateRecord person, StandingPeriod period)
    {
        if (isIn != wanted)
        {
            Violate($"Is {(isIn ? "" : "not ")}{where}, standing {period.Standing}", null, "Person " + person.Id);
        }
    }
}
