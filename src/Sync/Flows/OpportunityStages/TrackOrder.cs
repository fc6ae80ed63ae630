namespace SfMarketo.Sync.Flows.OpportunityStages;

/// <summary>What is to be done so that Marketo shows a person's standing, in this order: look, leave, suppress or lift, enter.</summary>
internal sealed record TrackOrder
{
    private const string MembershipPrefix = "membership:";
    private const string LeavePrefix = "leave:";

    /// <summary>Read the memberships in the acquisition programs first: what is deleted must come back.</summary>
    public bool Look { get; init; }

    /// <summary>Track programs to leave.</summary>
    public IReadOnlyList<string> Leave { get; init; } = [];

    public bool Suppress { get; init; }

    public bool Lift { get; init; }

    /// <summary>The track to enter, or null.</summary>
    public ProgramTrack? Enter { get; init; }

    /// <summary>The acquisition memberships to delete, or to bring back; none with a list.</summary>
    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    public bool IsNothing => !Look && Leave.Count == 0 && !Suppress && !Lift && Enter is null;

    public FieldBag ToFields()
    {
        var fields = new FieldBag { { "look", Look }, { "suppress", Suppress }, { "lift", Lift } };
        foreach (var program in Leave)
        {
            fields.Set(LeavePrefix + program, true);
        }

        if (Enter is not null)
        {
            fields.Set("enter", Enter.Program);
            fields.Set("status", Enter.Status);
        }

        foreach (var (program, status) in Memberships)
        {
            fields.Set(MembershipPrefix + program, status);
        }

        return fields;
    }

    public static TrackOrder Read(FieldBag fields)
    {
        var leave = new List<string>();
        var memberships = new List<Membership>();
        foreach (var field in fields)
        {
            if (field.Name.StartsWith(LeavePrefix, StringComparison.Ordinal))
            {
                leave.Add(field.Name[LeavePrefix.Length..]);
            }
            else if (field.Name.StartsWith(MembershipPrefix, StringComparison.Ordinal))
            {
                memberships.Add(new Membership(field.Name[MembershipPrefix.Length..], field.Value.ToString()));
            }
        }

        return new TrackOrder
        {
            Look = fields["look"].AsBoolean() == true,
            Leave = leave,
            Suppress = fields["suppress"].AsBoolean() == true,
            Lift = fields["lift"].AsBoolean() == true,
            Enter = fields["enter"].AsText() is { } program ? new ProgramTrack(program, fields["status"].ToString()) : null,
            Memberships = memberships,
        };
    }
}
