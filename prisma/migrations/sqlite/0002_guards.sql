-- What the models cannot say. One lead per task (DOMAIN §1), an audit log that only grows (SECURITY U3).
CREATE UNIQUE INDEX "Assignment_one_lead" ON "Assignment" ("taskId") WHERE "role" = 'lead';

CREATE TRIGGER "AuditEvent_no_update" BEFORE UPDATE ON "AuditEvent"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER "AuditEvent_no_delete" BEFORE DELETE ON "AuditEvent"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- What was sent stays as it was sent (SECURITY T5), and nobody reviews what they wrote or signed (T4).
CREATE TRIGGER "FilingVersion_stays" BEFORE UPDATE OF "filingId", "round", "content", "digest", "sentAt", "draftedById", "signedOffById" ON "FilingVersion"
BEGIN SELECT RAISE(ABORT, 'a round stays as it was sent'); END;

CREATE TRIGGER "FilingVersion_no_delete" BEFORE DELETE ON "FilingVersion"
BEGIN SELECT RAISE(ABORT, 'a round stays as it was sent'); END;

CREATE TRIGGER "FilingVersion_four_eyes" BEFORE UPDATE OF "reviewedById" ON "FilingVersion"
WHEN NEW."reviewedById" IN (NEW."draftedById", NEW."signedOffById")
BEGIN SELECT RAISE(ABORT, 'nobody reviews their own filing'); END;

-- Month-end snapshots are frozen (R22).
CREATE TRIGGER "Snapshot_no_update" BEFORE UPDATE ON "Snapshot"
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;

CREATE TRIGGER "Snapshot_no_delete" BEFORE DELETE ON "Snapshot"
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;

CREATE TRIGGER "SnapshotLine_no_update" BEFORE UPDATE ON "SnapshotLine"
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;

CREATE TRIGGER "SnapshotLine_no_delete" BEFORE DELETE ON "SnapshotLine"
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;

CREATE TRIGGER "SnapshotPlan_no_update" BEFORE UPDATE ON "SnapshotPlan"
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;

CREATE TRIGGER "SnapshotPlan_no_delete" BEFORE DELETE ON "SnapshotPlan"
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;

-- INSERT OR REPLACE takes a row of the log away without asking its trigger for DELETE.
CREATE TRIGGER "AuditEvent_no_replace" BEFORE INSERT ON "AuditEvent"
WHEN EXISTS (SELECT 1 FROM "AuditEvent" WHERE "seq" = NEW."seq")
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
