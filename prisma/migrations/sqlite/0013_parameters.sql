-- CreateTable
CREATE TABLE "ParameterSet" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" INTEGER NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "fromDay" TEXT,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    "remark" TEXT NOT NULL DEFAULT '',
    "settledAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateIndex
CREATE INDEX "ParameterSet_status_kind_idx" ON "ParameterSet"("status", "kind");

-- What was proposed stays as it was proposed, what was decided as it was decided; nobody adopts what they proposed.
CREATE TRIGGER "ParameterSet_stays" BEFORE UPDATE OF "id", "kind", "values", "reason", "proposedById", "proposedAt" ON "ParameterSet"
BEGIN SELECT RAISE(ABORT, 'this row stays as it was recorded'); END;

CREATE TRIGGER "ParameterSet_decided_stays" BEFORE UPDATE OF "status", "fromDay", "decidedById", "decidedAt", "remark" ON "ParameterSet"
WHEN OLD."status" <> 'proposed'
BEGIN SELECT RAISE(ABORT, 'this row stays as it was recorded'); END;

CREATE TRIGGER "ParameterSet_no_delete" BEFORE DELETE ON "ParameterSet"
BEGIN SELECT RAISE(ABORT, 'this row stays as it was recorded'); END;

CREATE TRIGGER "ParameterSet_four_eyes" BEFORE UPDATE OF "status" ON "ParameterSet"
WHEN NEW."status" = 'adopted' AND NEW."decidedById" = NEW."proposedById"
BEGIN SELECT RAISE(ABORT, 'nobody adopts what they proposed'); END;
