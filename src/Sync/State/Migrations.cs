namespace SfMarketo.Sync.State;

/// <summary>The state file's schema, one step a version. A step that has shipped is never edited: add the next one.</summary>
internal static class Migrations
{
    /// <remarks>
    /// Times are microseconds since 1970 UTC. Every table that an owner writes has the owner's epoch, so that a write by a stale owner can be told
    /// (engine.md R30). Subjects are <c>sf:ID18</c> or <c>mk:ID</c>.
    /// </remarks>
    public static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE owner(instance TEXT PRIMARY KEY, holder TEXT NOT NULL, epoch INTEGER NOT NULL, lease_until INTEGER NOT NULL, key0 INTEGER NOT NULL, key1 INTEGER NOT NULL);
        CREATE TABLE cursor(stream TEXT PRIMARY KEY, position TEXT NOT NULL, tie_id TEXT NOT NULL, safe_mark INTEGER NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE inbox(seq INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, dedupe_key TEXT NOT NULL, payload BLOB, received INTEGER NOT NULL, state INTEGER NOT NULL, epoch INTEGER NOT NULL);
        CREATE UNIQUE INDEX inbox_key ON inbox(stream, dedupe_key);
        CREATE INDEX inbox_pending ON inbox(seq) WHERE state = 0;
        CREATE INDEX inbox_received ON inbox(received) WHERE state <> 0;
        CREATE TABLE link(link_id INTEGER PRIMARY KEY, mkto_id INTEGER NOT NULL UNIQUE, sf_id TEXT NOT NULL UNIQUE, stage TEXT NOT NULL, state INTEGER NOT NULL, sf_stamp INTEGER NOT NULL,
          map_version INTEGER NOT NULL, shadow BLOB NOT NULL, epoch INTEGER NOT NULL);
        CREATE TABLE alias(sf_id TEXT PRIMARY KEY, link_id INTEGER NOT NULL, role INTEGER NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE tombstone(subject TEXT PRIMARY KEY, at INTEGER NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE moment(mkto_id INTEGER PRIMARY KEY, text TEXT NOT NULL, at INTEGER NOT NULL, epoch INTEGER NOT NULL);
        CREATE TABLE outbox(kind INTEGER NOT NULL, subject TEXT NOT NULL, lane INTEGER NOT NULL, due INTEGER NOT NULL, created INTEGER NOT NULL, fields BLOB NOT NULL, attempts INTEGER NOT NULL,
          max_batch INTEGER NOT NULL, verify INTEGER NOT NULL, epoch INTEGER NOT NULL, PRIMARY KEY(kind, subject)) WITHOUT ROWID;
        CREATE INDEX outbox_due ON outbox(kind, verify, due);
        CREATE INDEX outbox_lane ON outbox(kind, verify, lane, due);
        CREATE TABLE intent(op_id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, subject TEXT NOT NULL, lane INTEGER NOT NULL, created INTEGER NOT NULL, fields BLOB NOT NULL, attempts INTEGER NOT NULL,
          max_batch INTEGER NOT NULL, sent_at INTEGER NOT NULL, epoch INTEGER NOT NULL);
        CREATE INDEX intent_subject ON intent(subject, kind);
        CREATE TABLE dead_letter(kind INTEGER NOT NULL, subject TEXT NOT NULL, code TEXT NOT NULL, text TEXT NOT NULL, fields BLOB NOT NULL, attempts INTEGER NOT NULL, first_seen INTEGER NOT NULL,
          last_seen INTEGER NOT NULL, epoch INTEGER NOT NULL, PRIMARY KEY(kind, subject)) WITHOUT ROWID;
        CREATE TABLE campaign_request(mkto_id INTEGER NOT NULL, campaign TEXT NOT NULL, cycle INTEGER NOT NULL, state INTEGER NOT NULL, at INTEGER NOT NULL, epoch INTEGER NOT NULL,
          PRIMARY KEY(mkto_id, campaign, cycle)) WITHOUT ROWID;
        CREATE TABLE incident(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, epoch INTEGER NOT NULL);
        CREATE TABLE quota_ledger(instance TEXT PRIMARY KEY, snapshot BLOB NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        """,
        """
        -- Every index and every sequence is a page more in each commit, and pages are what a commit costs.
        CREATE TABLE inbox2(seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, dedupe_key TEXT NOT NULL, payload BLOB, received INTEGER NOT NULL, state INTEGER NOT NULL, epoch INTEGER NOT NULL);
        INSERT INTO inbox2 SELECT seq, stream, dedupe_key, payload, received, state, epoch FROM inbox;
        DROP TABLE inbox;
        ALTER TABLE inbox2 RENAME TO inbox;
        CREATE UNIQUE INDEX inbox_key ON inbox(stream, dedupe_key);
        CREATE TABLE intent2(subject TEXT NOT NULL, kind INTEGER NOT NULL, op_id INTEGER NOT NULL, lane INTEGER NOT NULL, created INTEGER NOT NULL, fields BLOB NOT NULL, attempts INTEGER NOT NULL,
          max_batch INTEGER NOT NULL, sent_at INTEGER NOT NULL, epoch INTEGER NOT NULL, PRIMARY KEY(subject, kind, op_id)) WITHOUT ROWID;
        INSERT INTO intent2 SELECT subject, kind, op_id, lane, created, fields, attempts, max_batch, sent_at, epoch FROM intent;
        DROP TABLE intent;
        ALTER TABLE intent2 RENAME TO intent;
        DROP INDEX outbox_due;
        """,
        """
        CREATE TABLE opportunity(sf_id TEXT PRIMARY KEY, facts INTEGER NOT NULL, uncovered INTEGER NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE standing(mkto_id INTEGER PRIMARY KEY, standing INTEGER NOT NULL, stage TEXT NOT NULL, due INTEGER, suppression INTEGER NOT NULL, tracks TEXT NOT NULL, sure INTEGER NOT NULL, epoch INTEGER NOT NULL);
        CREATE INDEX standing_due ON standing(due) WHERE due IS NOT NULL;
        CREATE TABLE removed_membership(mkto_id INTEGER NOT NULL, program TEXT NOT NULL, status TEXT NOT NULL, epoch INTEGER NOT NULL, PRIMARY KEY(mkto_id, program)) WITHOUT ROWID;
        CREATE TABLE company(account TEXT PRIMARY KEY, stamp INTEGER NOT NULL, wanted INTEGER NOT NULL, sent INTEGER NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE company_member(mkto_id INTEGER PRIMARY KEY, account TEXT NOT NULL, linked INTEGER NOT NULL, epoch INTEGER NOT NULL);
        CREATE INDEX company_member_account ON company_member(account, linked);
        """,
        """
        CREATE TABLE engagement_start(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, epoch INTEGER NOT NULL);
        CREATE TABLE engagement(guid TEXT PRIMARY KEY, mkto_id INTEGER NOT NULL, at INTEGER NOT NULL, fields BLOB NOT NULL, keep_until INTEGER NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX engagement_person ON engagement(mkto_id, at, guid);
        CREATE INDEX engagement_keep ON engagement(keep_until);
        CREATE TABLE engagement_day(mkto_id INTEGER NOT NULL, day TEXT NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL, due INTEGER, epoch INTEGER NOT NULL, PRIMARY KEY(mkto_id, day, what)) WITHOUT ROWID;
        CREATE INDEX engagement_day_due ON engagement_day(due) WHERE due IS NOT NULL;
        CREATE INDEX engagement_day_day ON engagement_day(day);
        CREATE TABLE engagement_count(outcome TEXT PRIMARY KEY, count INTEGER NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        """,
        """
        CREATE TABLE systems(id INTEGER PRIMARY KEY, organization TEXT NOT NULL, organization_created TEXT NOT NULL, marketo TEXT NOT NULL, epoch INTEGER NOT NULL);
        """,
    ];
}
