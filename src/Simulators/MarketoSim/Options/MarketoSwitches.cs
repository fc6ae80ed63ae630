namespace SfMarketo.MarketoSim.Options;

/// <summary>Switches for what the vendor does not document. The names in brackets are those of the reference and of the control API.</summary>
public sealed record MarketoSwitches
{
    /// <summary>[compat.seed] Accept the seed's forms which the vendor refuses: <c>filterType=updatedAt</c> and PATCH on leads. Default on; each such answer carries a warning that names the true form.</summary>
    public bool CompatSeed { get; init; } = true;

    /// <summary>[auth.queryToken] Accept <c>?access_token=</c>, withdrawn on 31 August 2026. Default off: such a call has no token.</summary>
    public bool QueryToken { get; init; }

    /// <summary>[auth.missingToken] Code of a call without a token: 603 (default, since September 2022) or 600.</summary>
    public MissingToken MissingToken { get; init; } = MissingToken.AccessDenied;

    /// <summary>[auth.expiredThen601] The first use of an expired token gives 602 and later ones 601 (default); off: always 602.</summary>
    public bool ExpiredThen601 { get; init; } = true;

    /// <summary>[identity.errorStatus] HTTP status of refused credentials: 401 (default) or 200.</summary>
    public int IdentityErrorStatus { get; init; } = 401;

    /// <summary>[paging.overMax] A batchSize above 300: taken as 300 (default) or refused with 1003.</summary>
    public OverMax PagingOverMax { get; init; } = OverMax.Clamp;

    /// <summary>[lead.byIdMissing] An unknown id gives error 1004 (default) or an empty result.</summary>
    public LeadByIdMissing LeadByIdMissing { get; init; } = LeadByIdMissing.Error;

    /// <summary>[lead.emailCase] E-mail keys compare without case (default) or exactly.</summary>
    public bool LeadEmailIgnoreCase { get; init; } = true;

    /// <summary>[lead.nullFields] Fields without a value are written as null (default) or left out.</summary>
    public NullFields LeadNullFields { get; init; } = NullFields.Explicit;

    /// <summary>[lead.unknownField] An unknown field name fails the call (default), fails its record, or is ignored.</summary>
    public UnknownField LeadUnknownField { get; init; } = UnknownField.Response;

    /// <summary>[lead.overlong] Text longer than its field: the record is skipped with 1003 (default), or the text is cut.</summary>
    public Overlong LeadOverlong { get; init; } = Overlong.Skip;

    /// <summary>[lead.missingKey] A record without its lookup value is skipped with 1002 (default) or, unless updateOnly, makes a new person.</summary>
    public MissingKey LeadMissingKey { get; init; } = MissingKey.Skip;

    /// <summary>[lead.upsertRace] A lookup does not see people made by calls that were running when this call arrived: two upserts of one key make two people. Default off; documented as possible.</summary>
    public bool LeadUpsertRace { get; init; }

    /// <summary>[leadchanges.newLeadAlways] New Lead rows come whatever <c>fields</c> says (default).</summary>
    public bool LeadChangesNewLeadAlways { get; init; } = true;

    /// <summary>[deleted.includeMergeLosers] The losers of merges are among the deleted leads (default).</summary>
    public bool DeletedIncludeMergeLosers { get; init; } = true;
}
