-- AlterTable
ALTER TABLE "Task" ADD COLUMN "archivedAt" DATETIME;
ALTER TABLE "Task" ADD COLUMN "archivedById" INTEGER;
ALTER TABLE "Task" ADD COLUMN "mergedIntoId" INTEGER;
ALTER TABLE "Task" ADD COLUMN "pauses" TEXT;

-- CreateTable
CREATE TABLE "TaskEnding" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "survivorId" INTEGER,
    "status" TEXT NOT NULL,
    "proposedById" INTEGER NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    "remark" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "TaskEnding_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TaskEnding_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Task" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Suspension" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "lookAgainOn" TEXT NOT NULL,
    "suspendedOn" TEXT NOT NULL,
    "suspendedAt" DATETIME NOT NULL,
    "suspendedById" INTEGER NOT NULL,
    "wasStatus" TEXT NOT NULL,
    "withId" INTEGER,
    "resumedOn" TEXT,
    "resumedById" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "daysAdded" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Suspension_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PhaseClosing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "standard" TEXT NOT NULL,
    "closedOn" TEXT NOT NULL,
    "closedAt" DATETIME NOT NULL,
    "closedById" INTEGER NOT NULL,
    "nextRequirement" TEXT NOT NULL,
    "nextDueOn" TEXT NOT NULL,
    CONSTRAINT "PhaseClosing_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LightOverride" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "light" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "expiresOn" TEXT NOT NULL,
    "computed" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "proposedById" INTEGER NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    "remark" TEXT NOT NULL DEFAULT '',
    "liftedById" INTEGER,
    "liftedAt" DATETIME,
    CONSTRAINT "LightOverride_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SnapshotEnd" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "snapshotId" INTEGER NOT NULL,
    "planId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "SnapshotEnd_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TaskEnding_taskId_status_idx" ON "TaskEnding"("taskId", "status");

-- CreateIndex
CREATE INDEX "TaskEnding_status_idx" ON "TaskEnding"("status");

-- CreateIndex
CREATE INDEX "Suspension_taskId_idx" ON "Suspension"("taskId");

-- CreateIndex
CREATE INDEX "Suspension_withId_idx" ON "Suspension"("withId");

-- CreateIndex
CREATE UNIQUE INDEX "PhaseClosing_taskId_ordinal_key" ON "PhaseClosing"("taskId", "ordinal");

-- CreateIndex
CREATE INDEX "LightOverride_taskId_status_idx" ON "LightOverride"("taskId", "status");

-- CreateIndex
CREATE INDEX "LightOverride_status_idx" ON "LightOverride"("status");

-- CreateIndex
CREATE UNIQUE INDEX "SnapshotEnd_snapshotId_planId_kind_key" ON "SnapshotEnd"("snapshotId", "planId", "kind");

-- What the models cannot say. One proposal at a time, decided by another account (DOMAIN §3); one override of a light at a time.
CREATE UNIQUE INDEX "TaskEnding_one_pending" ON "TaskEnding" ("taskId") WHERE "status" = 'pending';
CREATE UNIQUE INDEX "LightOverride_one_in_force" ON "LightOverride" ("taskId") WHERE "status" = 'in_force';
CREATE UNIQUE INDEX "LightOverride_one_proposed" ON "LightOverride" ("taskId") WHERE "status" = 'proposed';

CREATE TRIGGER "TaskEnding_four_eyes" BEFORE UPDATE OF "status", "decidedById" ON "TaskEnding"
WHEN NEW."status" IN ('confirmed', 'refused') AND (NEW."decidedById" IS NULL OR NEW."decidedById" = NEW."proposedById")
BEGIN SELECT RAISE(ABORT, 'nobody decides their own proposal'); END;

CREATE TRIGGER "TaskEnding_stays" BEFORE UPDATE ON "TaskEnding" WHEN OLD."status" <> 'pending'
BEGIN SELECT RAISE(ABORT, 'a decided proposal stays as it was'); END;

-- Month-end snapshots are frozen (R22).
CREATE TRIGGER "SnapshotEnd_no_update" BEFORE UPDATE ON "SnapshotEnd"
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;

CREATE TRIGGER "SnapshotEnd_no_delete" BEFORE DELETE ON "SnapshotEnd"
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;
