namespace SfMarketo.Sync.Flows.Identity;

/// <summary>What a look-up by keys says about a record without a link.</summary>
internal abstract record Match
{
    private Match()
    {
    }

    /// <summary>Nobody has it: create.</summary>
    public sealed record None : Match;

    /// <summary>Exactly this record is the other half.</summary>
    public sealed record One(FieldBag Record) : Match;

    /// <summary>The other half belongs to another record already.</summary>
    public sealed record Taken(FieldBag Record, string By) : Match;

    /// <summary>Several records fit: a person must choose.</summary>
    public sealed record Several(IReadOnlyList<string> Ids) : Match;
}
