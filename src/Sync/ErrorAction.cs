namespace SfMarketo.Sync;

/// <summary>What the engine does about a failure. The two error tables map every code to exactly one.</summary>
public enum ErrorAction
{
    /// <summary>Try again after a back-off; nothing was changed, or the call only read.</summary>
    RetryLater,

    /// <summary>The request was refused before anything ran: re-queue it as it is.</summary>
    NotExecuted,

    /// <summary>The write may or may not have happened: wait out the server's time-out, look up by key, then confirm or send again.</summary>
    Ambiguous,

    /// <summary>Too much in one request: send halves. A single record that is too large is quarantined.</summary>
    Split,

    /// <summary>The content of one record spoils the whole request: send halves until it stands alone.</summary>
    Bisect,

    /// <summary>This record cannot be written as it is; it waits for a newer version, a repair or a person.</summary>
    QuarantineRecord,

    /// <summary>One field is at fault: leave it out and send the rest once. Without a named field the same as <see cref="QuarantineRecord"/>.</summary>
    QuarantineField,

    /// <summary>What was wanted is already so.</summary>
    Success,

    /// <summary>The record is gone: follow a merge or lay a tombstone, never create by reflex.</summary>
    Relink,

    /// <summary>The record exists already: look it up and update it.</summary>
    Adopt,

    /// <summary>Several records match the key; nothing was written and nothing will be until they are merged.</summary>
    ManyMatches,

    /// <summary>The Salesforce lead was converted: go on with its contact.</summary>
    Converted,

    /// <summary>Another transaction holds a row: only the failed rows again, in smaller batches.</summary>
    LockRow,

    /// <summary>A duplicate rule found other records.</summary>
    DuplicateDetected,

    /// <summary>This kind of call is not allowed or not configured: stop its lane and alert.</summary>
    StopLane,

    /// <summary>The credentials are refused: stop and alert, no retry.</summary>
    StopInstance,

    /// <summary>The day's calls are spent: re-queue and wait for the reset.</summary>
    QuotaExhausted,

    /// <summary>A field or object is not what it was at the last describe: describe again.</summary>
    SchemaDrift,

    /// <summary>The native CRM sync owns this data: leave it to that sync.</summary>
    Coexist,

    /// <summary>Not in the table: a few spaced retries, then quarantine and alert.</summary>
    Unknown,
}
