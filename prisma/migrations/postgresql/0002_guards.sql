-- What the models cannot say. One lead per task (DOMAIN §1), an audit log that only grows (SECURITY U3).
CREATE UNIQUE INDEX "Assignment_one_lead" ON "Assignment" ("taskId") WHERE "role" = 'lead';

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
