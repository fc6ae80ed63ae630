using SfMarketo.Kernel.Overrides;

namespace SfMarketo.MarketoSim.Options;

/// <summary>Switches for what the vendor does not document. The names in brackets are those of the reference and of the control API.</summary>
public sealed record MarketoSwitches
{
    /// <summary>[answer.override] What an endpoint answers to a case instead of what it would: for the unverified that has no switch of its own. Default none.</summary>
    public AnswerOverrides AnswerOverride { get; init; } = AnswerOverrides.None;

    /// <summary>[compat.seed] Accept the seed's forms which the vendor refuses: <c>filterType=updatedAt</c>, PATCH on leads, <c>leads/programs/members.json</c>. Default on; each such answer carries a warning that names the true form.</summary>
    public bool CompatSeed { get; init; } = true;

    /// <summary>[compat.seed.activityIds] While compat.seed is on, activity types 1, 2 and 3 are taken as open, click and form fill and show the rows of 10, 11 and 2 under those ids. Default off: it makes false data.</summary>
    public bool CompatSeedActivityIds { get; init; }

    /// <summary>[compat.membersPathError] What <c>POST leads/programs/members.json</c> gets while compat.seed is off: 605 (default) or 610.</summary>
    public MembersPathError CompatMembersPathError { get; init; } = MembersPathError.MethodNotSupported;

    /// <summary>[auth.queryToken] Accept <c>?access_token=</c>, withdrawn on 31 August 2026. Default off: such a call has no token.</summary>
    public bool QueryToken { get; init; }

    /// <summary>[auth.missingToken] Code of a call without a token: 603 (default, since September 2022) or 600.</summary>
    public MissingToken MissingToken { get; init; } = MissingToken.AccessDenied;

    /// <summary>[auth.expiredThen601] The first use of an expired token gives 602 and later ones 601 (default); off: always 602.</summary>
    public bool ExpiredThen601 { get; init; } = true;

    /// <summary>[identity.grantTypeError] The OAuth word for a wrong <c>grant_type</c>: by case (default), always <c>unsupported_grant_type</c>, or always <c>invalid_request</c>.</summary>
    public GrantTypeError IdentityGrantTypeError { get; init; }

    /// <summary>[http.doubleSlash] A path with <c>//</c>: 610 (default), or taken as one slash, as it was in former years.</summary>
    public bool DoubleSlashAccepted { get; init; }

    /// <summary>[http.5xxBody] What HTTP 500 and 502 of the vendor's servers come with: a proxy's page (default), the envelope, or nothing.</summary>
    public ServerErrorBody ServerErrorBody { get; init; }

    /// <summary>[identity.errorStatus] HTTP status of refused credentials: 401 (default) or 200.</summary>
    public int IdentityErrorStatus { get; init; } = 401;

    /// <summary>[paging.overMax] A batchSize above 300: taken as 300 (default) or refused with 1003.</summary>
    public OverMax PagingOverMax { get; init; } = OverMax.Clamp;

    /// <summary>[asset.byIdMissing] An unknown id in a read of the asset API: success with a warning (default), or error 702.</summary>
    public AssetByIdMissing AssetByIdMissing { get; init; } = AssetByIdMissing.Warning;

    /// <summary>[lead.byIdMissing] An unknown id gives error 1004 (default) or an empty result.</summary>
    public LeadByIdMissing LeadByIdMissing { get; init; } = LeadByIdMissing.Error;

    /// <summary>[lead.emailCase] E-mail keys compare without case (default) or exactly.</summary>
    public bool LeadEmailIgnoreCase { get; init; } = true;

    /// <summary>[lead.httpDelete] <c>DELETE /rest/v1/leads.json</c>, which clients of 2015 send and the definition has no more: 605 (default), or taken as <c>leads/delete.json</c>. POST with <c>_method=DELETE</c> is taken in any case.</summary>
    public bool LeadHttpDelete { get; init; }

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

    /// <summary>[lead.unknownCompany] An <c>externalCompanyId</c> of no company: the record is skipped with 1013 (default), the company is made, or the key is dropped and the rest written.</summary>
    public UnknownCompany LeadUnknownCompany { get; init; } = UnknownCompany.Skip;

    /// <summary>[lead.asyncResult] The answer of <c>asyncProcessing</c>: an empty result (default), or the records' statuses as without it.</summary>
    public AsyncResult LeadAsyncResult { get; init; } = AsyncResult.Empty;

    /// <summary>[lead.readOnlyField] A field that clients may not write: its record is skipped with 1003 (default), the call fails, or the field is passed over.</summary>
    public FieldMisfit LeadReadOnlyField { get; init; } = FieldMisfit.Record;

    /// <summary>[lead.typeMismatch] A value of a wrong type: its record is skipped with 1001 (default), the call fails, or the field is passed over.</summary>
    public FieldMisfit LeadTypeMismatch { get; init; } = FieldMisfit.Record;

    /// <summary>[lead.badEmail] An e-mail that is malformed or not ASCII: the record is skipped with 1003 (default), or it is stored, as bulk import does.</summary>
    public BadEmail LeadBadEmail { get; init; } = BadEmail.Skip;

    /// <summary>[lead.sameKeyInBatch] A second record of one lookup value in one call updates what the first made (default), or is skipped with 1036.</summary>
    public SameKeyInBatch LeadSameKeyInBatch { get; init; } = SameKeyInBatch.Update;

    /// <summary>[lead.noopUpdate] A write that changes nothing leaves <c>updatedAt</c> alone (default) or moves it.</summary>
    public NoopUpdate LeadNoopUpdate { get; init; } = NoopUpdate.Quiet;

    /// <summary>[lead.emptyString] Empty text is stored as null (default) or as empty text.</summary>
    public EmptyText LeadEmptyString { get; init; } = EmptyText.Null;

    /// <summary>[field.blockUpdates] REST names, with commas, of person fields that the admin has blocked for the API: a value that is there stays, though the answer says <c>updated</c>. Default none.</summary>
    public string FieldBlockUpdates { get; init; } = "";

    /// <summary>[batch.over300] More than 300 records or filter values: 1003 (default) or 1001.</summary>
    public BatchOver BatchOver300 { get; init; } = BatchOver.InvalidData;

    /// <summary>[batch.empty] A write of no record: 1002 (default) or a success with an empty result.</summary>
    public EmptyBatch BatchEmpty { get; init; } = EmptyBatch.Missing;

    /// <summary>[lead.companyFields] A client's write of a company field on a person: skipped with 1021 when the person is linked (default), always, or written to the company.</summary>
    public CompanyFieldsOfLead LeadCompanyFields { get; init; } = CompanyFieldsOfLead.Skip1021WhenLinked;

    /// <summary>[company.changeFanout] A company's change writes one Change Data Value for each linked person. Default off.</summary>
    public bool CompanyChangeFanout { get; init; }

    /// <summary>[crm.native] Native CRM sync: off (default); read-only, so that writes of companies give 1018; or disabled, so that reads do too. With either a client cannot write company fields of a person with an <c>sfdcAccountId</c> (1021).</summary>
    public NativeCrm CrmNative { get; init; } = NativeCrm.Off;

    /// <summary>[unsubscribe.durable] One consent for all people of an e-mail address, kept when they are deleted, and taken over when an e-mail changes (default).</summary>
    public bool UnsubscribeDurable { get; init; } = true;

    /// <summary>[import.emptyCell] An empty cell of a bulk import leaves the field as it is (default) or clears it.</summary>
    public ImportEmptyCell ImportEmptyCell { get; init; }

    /// <summary>[extract.updatedAtFilter] Extracts by <c>updatedAt</c>, and by smart list, are refused with 1035 (default: not every subscription has them) or taken.</summary>
    public UpdatedAtFilter ExtractUpdatedAtFilter { get; init; }

    /// <summary>[extract.fileDays] Days for which an extract's file is kept: 7 (default) or 10; the pages say both.</summary>
    public int ExtractFileDays { get; init; } = 7;

    /// <summary>[list.addTwice] A list's member is added again: <c>added</c> (default) or <c>skipped</c>.</summary>
    public ListAddTwice ListAddTwice { get; init; } = ListAddTwice.Added;

    /// <summary>[list.removeAbsent] A person who is not on the list is taken off it: skipped with 1015 (default) or <c>removed</c>.</summary>
    public ListRemoveAbsent ListRemoveAbsent { get; init; } = ListRemoveAbsent.Skip1015;

    /// <summary>[merge.activityRewrite] Activities of a merge's loser show the winner's id (default) or go on showing the loser's.</summary>
    public bool MergeActivityRewrite { get; init; } = true;

    /// <summary>[leadchanges.newLeadAlways] New Lead rows come whatever <c>fields</c> says (default).</summary>
    public bool LeadChangesNewLeadAlways { get; init; } = true;

    /// <summary>[deleted.includeMergeLosers] The losers of merges are among the deleted leads (default).</summary>
    public bool DeletedIncludeMergeLosers { get; init; } = true;

    /// <summary>[leadchanges.scoreAsDataValue] Change Score steps (22) are among the lead changes, as type 13. Default off.</summary>
    public bool LeadChangesScoreAsDataValue { get; init; }

    /// <summary>[activities.emptyPages] An empty page with <c>moreResult: true</c> comes before each page with rows: off (default), on, or without the member <c>result</c>. Documented as possible.</summary>
    public EmptyPages ActivitiesEmptyPages { get; init; }

    /// <summary>[activities.lateness] How late the feeds see rows, by type, in seconds: then they are behind what a reader has seen. Default off; documented for Send Email.</summary>
    public ActivityLateness ActivitiesLateness { get; init; } = ActivityLateness.Off;

    /// <summary>[activities.listCap] From when activity calls refuse a static list of 10,000 members or more with 1003: 30 September 2026 (default) or 30 December 2026, as Adobe's pages differ; always; never.</summary>
    public ListCap ActivitiesListCap { get; init; }

    /// <summary>[token.badDate] Code of a <c>sinceDatetime</c> that is no date: 704 (default) or 1001.</summary>
    public BadDate TokenBadDate { get; init; }

    /// <summary>[token.life] How long paging tokens of activities live: without end (default), or some hours, after which they are refused with 1003.</summary>
    public TokenLife TokenLife { get; init; } = TokenLife.Unlimited;

    /// <summary>[usage.lag] When the usage and errors pages know of a call: at once (default), or five minutes later.</summary>
    public UsageLag UsageLag { get; init; } = UsageLag.None;
}
