using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.OpportunityStages;

/// <summary>Won deals take people out of acquisition into the post-sale track, lost ones towards re-engagement, and back when a deal changes. Pure.</summary>
/// <remarks>The seed's use case 3; engine.md R14, practice.md 1.3 and 1.4. One predicate over all live opportunities of the Contact decides, never one opportunity alone.</remarks>
internal sealed class OpportunityStageFlow(OpportunityStageSettings settings)
{
    /// <summary>The standing of one who has these opportunities, and the stage to show. The order of the opportunities does not matter.</summary>
    public static (Standing Standing, string StageName) Judge(IEnumerable<Deal> deals)
    {
        Deal? open = null;
        Deal? won = null;
        Deal? lost = null;
        foreach (var deal in deals)
        {
            if (deal.IsWon)
            {
                won = Later(won, deal);
            }
            else if (deal.IsClosed)
            {
                lost = Later(lost, deal);
            }
            else
            {
                open = Later(open, deal);
            }
        }

        var standing = won is not null ? Standing.Customer : open is not null ? Standing.Open : lost is not null ? Standing.Lost : Standing.None;
        return (standing, (open ?? won ?? lost)?.StageName ?? "");
    }

    /// <summary>The person as it stands now. Its track waits where the standing asks for a delay; a standing that lasts keeps the time it was given.</summary>
    /// <param name="person">What was known.</param>
    /// <param name="standing">As judged.</param>
    /// <param name="stageName">As judged.</param>
    /// <param name="now">Microseconds.</param>
    public PersonStanding Stand(PersonStanding person, Standing standing, string stageName, long now) => person with
    {
        Standing = standing,
        StageName = stageName,
        Due = standing == person.Standing ? person.Due
            : standing == Standing.Lost && settings.LostTrack is not null && settings.ReengagementDelay > TimeSpan.Zero ? now + Micros.Of(settings.ReengagementDelay)
            : null,
    };

    /// <summary>What is left to do so that Marketo shows the person's standing.</summary>
    /// <param name="person">The latest.</param>
    /// <param name="noted">The person's deleted memberships; none with a list.</param>
    public TrackOrder Plan(PersonStanding person, IReadOnlyList<Membership> noted)
    {
        var applied = person.Applied;
        var track = person.Due is null ? settings.TrackOf(person.Standing) : null;
        var leave = new List<string>();
        foreach (var program in applied.Tracks)
        {
            if (program != track?.Program)
            {
                leave.Add(program);
            }
        }

        var suppressed = person.Standing is Standing.Customer or Standing.Lost;
        if (suppressed && applied.Suppression == Suppression.None && settings.SuppressBy == SuppressBy.Delete)
        {
            // What is deleted is read and noted first; the rest follows.
            return new TrackOrder { Look = true, Leave = leave };
        }

        return new TrackOrder
        {
            Leave = leave,
            Suppress = suppressed && applied.Suppression != Suppression.Suppressed,
            Lift = !suppressed && applied.Suppression != Suppression.None,
            Enter = track is null || (applied.Sure && applied.Tracks.Contains(track.Program)) ? null : track,
            Memberships = suppressed && applied.Suppression == Suppression.Suppressed ? [] : noted,
        };
    }

    /// <summary>The order is about to be tried: until it is answered its effect is possible, not certain.</summary>
    public static PersonStanding Trying(PersonStanding person, TrackOrder order)
    {
        var tracks = new List<string>(person.Applied.Tracks);
        if (order.Enter is { } track && !tracks.Contains(track.Program))
        {
            tracks.Add(track.Program);
        }

        return person with
        {
            Applied = new AppliedTracks(
                order.Suppress || order.Lift ? Suppression.Noted : person.Applied.Suppression,
                tracks,
                person.Applied.Sure && order.Leave.Count == 0 && order.Enter is null),
        };
    }

    /// <summary>The order was carried out.</summary>
    public static PersonStanding Done(PersonStanding person, TrackOrder order)
    {
        List<string> tracks = [.. person.Applied.Tracks.Where(program => !order.Leave.Contains(program))];
        return person with
        {
            Applied = new AppliedTracks(
                order.Look ? Suppression.Noted : order.Suppress ? Suppression.Suppressed : order.Lift ? Suppression.None : person.Applied.Suppression,
                tracks,
                !order.Look || tracks.Count == 0), // a look leaves, it does not enter
        };
    }

    private static Deal Later(Deal? known, Deal deal)
    {
        if (known is not { } other)
        {
            return deal;
        }

        var order = string.CompareOrdinal(deal.CloseDate, other.CloseDate);
        return order > 0 || (order == 0 && string.CompareOrdinal(deal.StageName, other.StageName) > 0) ? deal : other;
    }
}
