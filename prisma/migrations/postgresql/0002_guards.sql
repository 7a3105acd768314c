-- What the models cannot say. One lead per task (DOMAIN §1), an audit log that only grows (SECURITY U3).
CREATE UNIQUE INDEX "Assignment_one_lead" ON "Assignment" ("taskId") WHERE "role" = 'lead';

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- What was sent stays as it was sent (SECURITY T5), and nobody reviews what they wrote or signed (T4).
CREATE FUNCTION sent_round_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a round stays as it was sent'; END $$;

CREATE TRIGGER "FilingVersion_stays" BEFORE UPDATE OF "filingId", "round", "content", "digest", "sentAt", "draftedById", "signedOffById" ON "FilingVersion"
FOR EACH ROW EXECUTE FUNCTION sent_round_stays();

CREATE TRIGGER "FilingVersion_no_delete" BEFORE DELETE ON "FilingVersion"
FOR EACH ROW EXECUTE FUNCTION sent_round_stays();

ALTER TABLE "FilingVersion" ADD CONSTRAINT "FilingVersion_four_eyes" CHECK ("reviewedById" IS NULL OR "reviewedById" NOT IN ("draftedById", "signedOffById"));

-- Month-end snapshots are frozen (R22).
CREATE FUNCTION snapshot_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a snapshot is frozen'; END $$;

CREATE TRIGGER "Snapshot_frozen" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Snapshot"
FOR EACH STATEMENT EXECUTE FUNCTION snapshot_is_frozen();

CREATE TRIGGER "SnapshotLine_frozen" BEFORE UPDATE OR DELETE OR TRUNCATE ON "SnapshotLine"
FOR EACH STATEMENT EXECUTE FUNCTION snapshot_is_frozen();

CREATE TRIGGER "SnapshotPlan_frozen" BEFORE UPDATE OR DELETE OR TRUNCATE ON "SnapshotPlan"
FOR EACH STATEMENT EXECUTE FUNCTION snapshot_is_frozen();
