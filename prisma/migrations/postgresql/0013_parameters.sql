-- CreateTable
CREATE TABLE "ParameterSet" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" INTEGER NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "fromDay" TEXT,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),
    "remark" TEXT NOT NULL DEFAULT '',
    "settledAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ParameterSet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ParameterSet_status_kind_idx" ON "ParameterSet"("status", "kind");

-- What was proposed stays as it was proposed, what was decided as it was decided; nobody adopts what they proposed.
CREATE TRIGGER "ParameterSet_stays" BEFORE UPDATE OF "id", "kind", "values", "reason", "proposedById", "proposedAt" ON "ParameterSet"
FOR EACH ROW EXECUTE FUNCTION stays_as_recorded();

CREATE TRIGGER "ParameterSet_decided_stays" BEFORE UPDATE OF "status", "fromDay", "decidedById", "decidedAt", "remark" ON "ParameterSet"
FOR EACH ROW WHEN (OLD."status" <> 'proposed') EXECUTE FUNCTION stays_as_recorded();

CREATE TRIGGER "ParameterSet_no_delete" BEFORE DELETE OR TRUNCATE ON "ParameterSet"
FOR EACH STATEMENT EXECUTE FUNCTION stays_as_recorded();

ALTER TABLE "ParameterSet" ADD CONSTRAINT "ParameterSet_four_eyes" CHECK ("status" <> 'adopted' OR "decidedById" <> "proposedById");
