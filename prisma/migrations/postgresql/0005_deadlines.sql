-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "course" TEXT,
ADD COLUMN     "districtShares" TEXT,
ADD COLUMN     "rollupNeeded" INTEGER,
ADD COLUMN     "rollupWeight" DOUBLE PRECISION,
ADD COLUMN     "valueTarget" DOUBLE PRECISION,
ADD COLUMN     "valueUnit" TEXT;

-- AlterTable
ALTER TABLE "Extension" ADD COLUMN     "draftedById" INTEGER,
ADD COLUMN     "endorsedAt" TIMESTAMP(3),
ADD COLUMN     "endorsedById" INTEGER,
ADD COLUMN     "endorsement" TEXT;

-- CreateTable
CREATE TABLE "Milestone" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "doneOn" TEXT,
    "remark" TEXT NOT NULL DEFAULT '',
    "reportedById" INTEGER,
    "reportedAt" TIMESTAMP(3),
    "confirmedById" INTEGER,
    "confirmedAt" TIMESTAMP(3),
    "sentBackReason" TEXT,
    "retiredAt" TIMESTAMP(3),
    "retiredById" INTEGER,
    "retireReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OverdueExplanation" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "deadline" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "madeGoodBy" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "explainedById" INTEGER NOT NULL,
    "explainedAt" TIMESTAMP(3) NOT NULL,
    "rectifyBy" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" INTEGER,
    "answeredAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "OverdueExplanation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Milestone_taskId_retiredAt_idx" ON "Milestone"("taskId", "retiredAt");

-- CreateIndex
CREATE INDEX "Milestone_status_idx" ON "Milestone"("status");

-- CreateIndex
CREATE INDEX "OverdueExplanation_taskId_status_idx" ON "OverdueExplanation"("taskId", "status");

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OverdueExplanation" ADD CONSTRAINT "OverdueExplanation_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was handed over stays as it was handed over: a milestone is retired, never rewritten (R18), and stays with its task.
CREATE FUNCTION milestone_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a milestone is retired, not rewritten'; END $$;

CREATE TRIGGER "Milestone_stays" BEFORE UPDATE OF "taskId", "day", "title", "percent" ON "Milestone"
FOR EACH ROW EXECUTE FUNCTION milestone_stays();

CREATE FUNCTION handed_over_milestone_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Task" WHERE "id" = OLD."taskId" AND "number" IS NOT NULL) THEN RAISE EXCEPTION 'a milestone is retired, not rewritten'; END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER "Milestone_no_delete" BEFORE DELETE ON "Milestone"
FOR EACH ROW EXECUTE FUNCTION handed_over_milestone_stays();

ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_four_eyes" CHECK ("confirmedById" <> "reportedById");

-- An application stays as its head signed it (R11), and nobody decides what they wrote, asked for or endorsed.
CREATE FUNCTION application_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an application stays as it was signed'; END $$;

CREATE TRIGGER "Extension_stays" BEFORE UPDATE OF "taskId", "fromDeadline", "toDeadline", "reason", "progressNote", "askedById" ON "Extension"
FOR EACH ROW WHEN (OLD."status" <> 'prepared') EXECUTE FUNCTION application_stays();

ALTER TABLE "Extension" ADD CONSTRAINT "Extension_four_eyes" CHECK ("decidedById" <> "askedById" AND "decidedById" <> "draftedById" AND "decidedById" <> "endorsedById"
  AND "endorsedById" <> "askedById" AND "endorsedById" <> "draftedById");

CREATE TRIGGER "OverdueExplanation_stays" BEFORE UPDATE OF "taskId", "deadline", "reason", "measures", "madeGoodBy", "explainedById" ON "OverdueExplanation"
FOR EACH ROW EXECUTE FUNCTION application_stays();

ALTER TABLE "OverdueExplanation" ADD CONSTRAINT "OverdueExplanation_four_eyes" CHECK ("answeredById" <> "explainedById");
