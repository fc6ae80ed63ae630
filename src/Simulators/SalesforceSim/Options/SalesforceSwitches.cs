using SfMarketo.Kernel.Overrides;

namespace SfMarketo.SalesforceSim.Options;

/// <summary>What the vendor's pages leave unclear, by switch. Each default is the setting that is harder on a client (salesforce-rest.md section 11, salesforce-data.md section 12).</summary>
public sealed record SalesforceSwitches
{
    /// <summary><c>answer.override</c>: what an endpoint answers to a case instead of what it would, for the unverified that has no switch of its own. Default none.</summary>
    public AnswerOverrides AnswerOverride { get; init; } = AnswerOverrides.None;

    /// <summary><c>auth.jwt.clockSkewSeconds</c>: so long after its <c>exp</c> an assertion is still good. Default 180 s.</summary>
    public TimeSpan JwtClockSkew { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary><c>auth.jwt.maxLifetimeSeconds</c>: furthest <c>exp</c>. Default none, because the vendor's own CLI sends milliseconds.</summary>
    public TimeSpan? JwtMaxLifetime { get; init; }

    /// <summary><c>auth.jwt.checkJti</c>: an assertion whose <c>jti</c> was used before is refused. Default false.</summary>
    public bool JwtIdsChecked { get; init; }

    /// <summary><c>auth.reuseSession</c>: signing in again while a session of the same user and app lives gives the same token. Default false.</summary>
    public bool SessionsReused { get; init; }

    /// <summary><c>auth.idUrlHost</c>: the identity URL is at the request's own origin (true, default), which a client can reach, or at the vendor's login host.</summary>
    public bool IdUrlAtRequest { get; init; } = true;

    /// <summary><c>auth.errorTexts</c>: other descriptions for refusals of the token endpoint. Default none.</summary>
    public SignInTexts SignInTexts { get; init; } = SignInTexts.None;

    /// <summary><c>auth.inactiveUserForm</c>: an inactive user is <c>invalid_grant</c> (true, default) or <c>inactive_user</c>.</summary>
    public bool InactiveUserIsGrantError { get; init; } = true;

    /// <summary><c>auth.badHeaderForm</c>: a malformed Authorization header is INVALID_AUTH_HEADER (true, default) or INVALID_SESSION_ID.</summary>
    public bool BadHeaderHasOwnCode { get; init; } = true;

    /// <summary><c>auth.sessionTimeout</c>: a session ends after so long without a call. Null, the default: <see cref="SalesforceSimOptions.SessionTimeout"/>.</summary>
    public TimeSpan? SessionTimeout { get; init; }

    /// <summary><c>auth.passwordGrant</c>: the username-password grant is open. Default false, as in new orgs; <see cref="SalesforceSimOptions.AllowPasswordGrant"/> opens it at the start.</summary>
    public bool PasswordGrant { get; init; }

    /// <summary><c>limits.countSoapLogin</c>: SOAP <c>login</c> costs a request. Default true.</summary>
    public bool SoapLoginCounts { get; init; } = true;

    /// <summary><c>soap.defaultAssignmentRule</c>: SOAP writes without AssignmentRuleHeader run the active rule. Default false.</summary>
    public bool SoapAssignsByDefault { get; init; }

    /// <summary><c>auth.sessionSlides</c>: a call in the second half of a session's time-out extends it. Default true.</summary>
    public bool SessionSlides { get; init; } = true;

    /// <summary><c>limits.infoHeader</c>: <c>Sforce-Limit-Info</c> on each answer. Default true.</summary>
    public bool LimitInfoHeader { get; init; } = true;

    /// <summary><c>rows.lenientScalars</c>: a number sent as a string is taken. Default true.</summary>
    public bool LenientScalars { get; init; } = true;

    /// <summary><c>rows.alwaysIncludeId</c>: a read with <c>fields</c> has Id even when not named. Default true.</summary>
    public bool AlwaysIncludeId { get; init; } = true;

    /// <summary><c>rows.getDeletedCode</c>: reading a deleted row is ENTITY_IS_DELETED (true, default) or NOT_FOUND.</summary>
    public bool ReadOfDeletedSaysDeleted { get; init; } = true;

    /// <summary><c>rows.missingOnDelete</c>: deleting an absent row is INVALID_CROSS_REFERENCE_KEY (true, default) or NOT_FOUND.</summary>
    public bool DeleteOfMissingSaysCrossReference { get; init; } = true;

    /// <summary><c>rows.missingReferenceCode</c>: a lookup to an absent row is INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY (true, default) or INVALID_CROSS_REFERENCE_KEY.</summary>
    public bool MissingReferenceSaysAccess { get; init; } = true;

    /// <summary><c>rows.wrongTypeIdCode</c>: a lookup to a row of another object is FIELD_INTEGRITY_EXCEPTION (true, default) or MALFORMED_ID.</summary>
    public bool WrongTypeIdSaysIntegrity { get; init; } = true;

    /// <summary><c>rows.touchOnNoChange</c> and <c>update.emptyTouches</c>: an update that changes nothing moves the stamps. Default true.</summary>
    public bool UnchangedUpdateTouches { get; init; } = true;

    /// <summary><c>collections.unknownField</c>: a bad column is that record's error (true, default) or refuses the whole request.</summary>
    public bool UnknownFieldFailsRowOnly { get; init; } = true;

    /// <summary><c>collections.duplicateIds</c>: the second update of one id in a request fails. Default true.</summary>
    public bool DuplicateIdsFail { get; init; } = true;

    /// <summary><c>picklist.unrestricted</c>: standard picklists take any text (true, default) or only their values.</summary>
    public bool PicklistsUnrestricted { get; init; } = true;

    /// <summary><c>lead.editConverted</c>: converted leads are read-only. Default true.</summary>
    public bool ConvertedLeadsReadOnly { get; init; } = true;

    /// <summary><c>delete.accountWithWonOpportunity</c>: refused (true, default) or cascades.</summary>
    public bool AccountWithWonOpportunityStays { get; init; } = true;

    /// <summary><c>activity.movesParentModstamp</c>: a Task moves SystemModstamp of its person and account. Default true.</summary>
    public bool ActivityMovesParentStamp { get; init; } = true;

    /// <summary><c>conversion.runsLeadRules</c>: a conversion runs the workflow rules of the lead. Those of the new rows run always. Default true.</summary>
    public bool ConversionRunsLeadRules { get; init; } = true;

    /// <summary><c>outbound.nullFields</c>: empty fields are left out of a notification (true, default) or are <c>xsi:nil</c>.</summary>
    public bool OutboundNullFieldsOmitted { get; init; } = true;

    /// <summary><c>outbound.timeoutSeconds</c>: so long a listener may take. Default 60 s, the vendor's considerations page; the seed says 30 s.</summary>
    public TimeSpan OutboundTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary><c>outbound.retry</c>: intervals grow exponentially from 5 s to 2 h (true, default) or are a fixed minute.</summary>
    public bool OutboundRetriesExponential { get; init; } = true;

    /// <summary><c>outbound.integrationUserSends</c>: writes of API clients cause messages. Default true; false is a profile without "Send Outbound Messages", the vendor's way to stop loops.</summary>
    public bool OutboundIntegrationUserSends { get; init; } = true;

    /// <summary><c>replication.endAfterCovered</c>: getDeleted whose <c>end</c> lies after what is covered answers (true, default) or fails.</summary>
    public bool ReplicationEndAfterCoveredAnswers { get; init; } = true;

    /// <summary><c>composite.overLimitStatus</c>: more than 25 subrequests are HTTP 400 (true, default) or 200, with the same body.</summary>
    public bool CompositeOverLimitIsBadRequest { get; init; } = true;

    /// <summary><c>composite.badReferenceId</c>: a referenceId with other characters than letters, digits and underscores refuses the call (true, default) or passes.</summary>
    public bool CompositeBadReferenceIdRefused { get; init; } = true;

    /// <summary><c>composite.readFailureRollsBack</c>: under allOrNone a failed read undoes the writes. Default true.</summary>
    public bool CompositeReadFailureRollsBack { get; init; } = true;

    /// <summary><c>api.minVersion</c>: oldest API version that is served; older ones answer 410. Default 31, Summer '14.</summary>
    public int ApiMinVersion { get; init; } = 31;

    /// <summary><c>api.maxVersion</c>: newest API version that is served; newer ones answer 404. Default 68, Winter '27.</summary>
    public int ApiMaxVersion { get; init; } = 68;

    /// <summary><c>http.futureDates</c>: a row is "not modified" since a date that lies ahead (true, default), or the header is ignored.</summary>
    public bool FutureDatesNotModified { get; init; } = true;

    /// <summary><c>ids.repairCase</c>: ids of 18 characters in wrong case are put right by their checksum. Default false.</summary>
    public bool RepairIdCase { get; init; }

    /// <summary><c>rows.updateOnlyMissText</c>: an upsert with <c>updateOnly</c> that finds nothing says that the resource does not exist (true, default) or that the external id's row does not.</summary>
    public bool UpdateOnlyMissNamesResource { get; init; } = true;

    /// <summary><c>search.lagSeconds</c>: so long after its commit search does not find a change. Default 15 s.</summary>
    public TimeSpan SearchLag { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary><c>actions.convertLead</c>: there is a standard invocable action that converts leads. Default false: 404.</summary>
    public bool ConvertLeadAction { get; init; }

    /// <summary><c>limits.daily</c>: API requests in 24 h; null for the limit that the org was made with or that the control API set.</summary>
    public int? DailyRequests { get; init; }

    /// <summary><c>limits.dailyGracePercent</c>: so many percent above the daily limit are let pass. Default 0.</summary>
    public int DailyGracePercent { get; init; }

    /// <summary><c>limits.countRefused</c>: calls refused with REQUEST_LIMIT_EXCEEDED count. Default false.</summary>
    public bool RefusedCallsCount { get; init; }

    /// <summary><c>limits.count401</c>: calls without a live session count. Default false.</summary>
    public bool CallsWithoutSessionCount { get; init; }

    /// <summary><c>limits.countBatchEnvelope</c>: a composite batch costs a request besides those of its parts. Default false.</summary>
    public bool BatchEnvelopeCounts { get; init; }

    /// <summary><c>bulk2.contentUrlOnGet</c>: a job's <c>contentUrl</c> is in the answer to create only (true, default) or also in that to get.</summary>
    public bool BulkContentUrlOnlyOnCreate { get; init; } = true;

    /// <summary><c>bulk2.emptyResult</c>: a result file without rows has its header (true, default) or nothing.</summary>
    public bool BulkEmptyResultHasHeader { get; init; } = true;

    /// <summary><c>bulk2.secondPut</c>: a second upload is taken and fails the job (true, default) or is refused.</summary>
    public bool BulkSecondPutFailsJob { get; init; } = true;

    /// <summary><c>bulk2.badQuery</c>: a query that cannot run is refused when its job is made (true, default) or makes a job that fails.</summary>
    public bool BulkBadQueryRefused { get; init; } = true;

    /// <summary><c>bulk2.assignmentWithoutRuleId</c>: rows of a job without <c>assignmentRuleId</c> run no assignment rule (true, default) or the active one.</summary>
    public bool BulkAssignmentNeedsRuleId { get; init; } = true;

    /// <summary><c>rows.auditFields</c>: CreatedDate, CreatedById, LastModifiedDate and LastModifiedById can be set on create ("Set Audit Fields upon Record Creation"). Default false.</summary>
    public bool AuditFields { get; init; }

    /// <summary><c>duplicates.rules</c>: the vendor's standard duplicate rules of Lead, Contact and Account are active. Default false, so that a plain client's create works.</summary>
    public bool StandardDuplicateRules { get; init; }

    /// <summary><c>duplicates.key</c> and <c>errors.duplicateResultKey</c>: the member is spelt <c>duplicateResut</c>, as on the wire (true, default), or <c>duplicateResult</c>, as in the pages.</summary>
    public bool DuplicateResultMisspelt { get; init; } = true;

    /// <summary><c>locks.waitSeconds</c>: so long a write waits for a row that another transaction holds, before it is UNABLE_TO_LOCK_ROW. Default 10 s.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><see cref="LockWait"/> in microseconds.</summary>
    internal long LockPatience => (long)LockWait.TotalMicroseconds;

    /// <summary><c>commit.delay</c>: queries see each commit up to ten minutes late, with the stamp of its writing, as long transactions are. Default false.</summary>
    public bool CommitsAreLate { get; init; }

    /// <summary><c>locks.lateCommits</c>: a commit that is seen late holds its rows and their parents locked until then. Default false: the fault is one of reading only.</summary>
    public bool LateCommitsHoldLocks { get; init; }

    /// <summary><c>conversion.fieldMap</c>: lead field to <c>Contact.Field</c>, <c>Account.Field</c> or <c>Opportunity.Field</c>, as an administrator maps custom fields; null for the org's option. Default null.</summary>
    public string? ConversionFieldMap { get; init; }

    /// <summary><c>tasks.archive</c>: closed tasks and past events of more than a year ago are seen by queryAll only. Default true.</summary>
    public bool OldActivitiesArchived { get; init; } = true;
}
