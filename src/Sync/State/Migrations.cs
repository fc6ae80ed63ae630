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
        CREATE TABLE opportunity(sf_id TEXT PRIMARY KEY, facts INTEGER NOT NULL, uncovered INTEGER NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE standing(mkto_id INTEGER PRIMARY KEY, standing INTEGER NOT NULL, stage TEXT NOT NULL, due INTEGER, suppression INTEGER NOT NULL, tracks TEXT NOT NULL, sure INTEGER NOT NULL, epoch INTEGER NOT NULL);
        CREATE INDEX standing_due ON standing(due) WHERE due IS NOT NULL;
        CREATE TABLE removed_membership(mkto_id INTEGER NOT NULL, program TEXT NOT NULL, status TEXT NOT NULL, epoch INTEGER NOT NULL, PRIMARY KEY(mkto_id, program)) WITHOUT ROWID;
        CREATE TABLE company(account TEXT PRIMARY KEY, stamp INTEGER NOT NULL, wanted INTEGER NOT NULL, sent INTEGER NOT NULL, epoch INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE company_member(mkto_id INTEGER PRIMARY KEY, account TEXT NOT NULL, linked INTEGER NOT NULL, epoch INTEGER NOT NULL);
        CREATE INDEX company_member_account ON company_member(account, linked);
        """,
    ];
}
