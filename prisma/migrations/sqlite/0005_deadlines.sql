-- AlterTable
ALTER TABLE "Task" ADD COLUMN "course" TEXT;
ALTER TABLE "Task" ADD COLUMN "districtShares" TEXT;
ALTER TABLE "Task" ADD COLUMN "rollupNeeded" INTEGER;
ALTER TABLE "Task" ADD COLUMN "rollupWeight" REAL;
ALTER TABLE "Task" ADD COLUMN "valueTarget" REAL;
ALTER TABLE "Task" ADD COLUMN "valueUnit" TEXT;

-- AlterTable
ALTER TABLE "Extension" ADD COLUMN "draftedById" INTEGER;
ALTER TABLE "Extension" ADD COLUMN "endorsedAt" DATETIME;
ALTER TABLE "Extension" ADD COLUMN "endorsedById" INTEGER;
ALTER TABLE "Extension" ADD COLUMN "endorsement" TEXT;

-- CreateTable
CREATE TABLE "Milestone" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "doneOn" TEXT,
    "remark" TEXT NOT NULL DEFAULT '',
    "reportedById" INTEGER,
    "reportedAt" DATETIME,
    "confirmedById" INTEGER,
    "confirmedAt" DATETIME,
    "sentBackReason" TEXT,
    "retiredAt" DATETIME,
    "retiredById" INTEGER,
    "retireReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Milestone_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OverdueExplanation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "deadline" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "madeGoodBy" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "explainedById" INTEGER NOT NULL,
    "explainedAt" DATETIME NOT NULL,
    "rectifyBy" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" INTEGER,
    "answeredAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "OverdueExplanation_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Milestone_taskId_retiredAt_idx" ON "Milestone"("taskId", "retiredAt");

-- CreateIndex
CREATE INDEX "Milestone_status_idx" ON "Milestone"("status");

-- CreateIndex
CREATE INDEX "OverdueExplanation_taskId_status_idx" ON "OverdueExplanation"("taskId", "status");

-- What was handed over stays as it was handed over: a milestone is retired, never rewritten (R18), and stays with its task.
CREATE TRIGGER "Milestone_stays" BEFORE UPDATE OF "taskId", "day", "title", "percent" ON "Milestone"
BEGIN SELECT RAISE(ABORT, 'a milestone is retired, not rewritten'); END;

CREATE TRIGGER "Milestone_no_delete" BEFORE DELETE ON "Milestone"
WHEN EXISTS (SELECT 1 FROM "Task" WHERE "id" = OLD."taskId" AND "number" IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a milestone is retired, not rewritten'); END;

CREATE TRIGGER "Milestone_four_eyes" BEFORE UPDATE OF "confirmedById" ON "Milestone"
WHEN NEW."confirmedById" = NEW."reportedById"
BEGIN SELECT RAISE(ABORT, 'nobody confirms what they reported'); END;

-- An application stays as its head signed it (R11), and nobody decides what they wrote, asked for or endorsed.
CREATE TRIGGER "Extension_stays" BEFORE UPDATE OF "taskId", "fromDeadline", "toDeadline", "reason", "progressNote", "askedById" ON "Extension"
WHEN OLD."status" <> 'prepared'
BEGIN SELECT RAISE(ABORT, 'an application stays as it was signed'); END;

CREATE TRIGGER "Extension_four_eyes" BEFORE UPDATE OF "decidedById", "endorsedById" ON "Extension"
WHEN COALESCE(NEW."decidedById" = NEW."askedById", 0) OR COALESCE(NEW."decidedById" = NEW."draftedById", 0) OR COALESCE(NEW."decidedById" = NEW."endorsedById", 0)
  OR COALESCE(NEW."endorsedById" = NEW."askedById", 0) OR COALESCE(NEW."endorsedById" = NEW."draftedById", 0)
BEGIN SELECT RAISE(ABORT, 'nobody decides their own application'); END;

CREATE TRIGGER "OverdueExplanation_stays" BEFORE UPDATE OF "taskId", "deadline", "reason", "measures", "madeGoodBy", "explainedById" ON "OverdueExplanation"
BEGIN SELECT RAISE(ABORT, 'an explanation stays as it was signed'); END;

CREATE TRIGGER "OverdueExplanation_four_eyes" BEFORE UPDATE OF "answeredById" ON "OverdueExplanation"
WHEN NEW."answeredById" = NEW."explainedById"
BEGIN SELECT RAISE(ABORT, 'nobody answers their own explanation'); END;
