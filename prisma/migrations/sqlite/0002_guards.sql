-- What the models cannot say. One lead per task (DOMAIN §1), an audit log that only grows (SECURITY U3).
CREATE UNIQUE INDEX "Assignment_one_lead" ON "Assignment" ("taskId") WHERE "role" = 'lead';

CREATE TRIGGER "AuditEvent_no_update" BEFORE UPDATE ON "AuditEvent"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER "AuditEvent_no_delete" BEFORE DELETE ON "AuditEvent"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
