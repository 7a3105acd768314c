-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "archivedAt" TIMESTAMP(3),
ADD COLUMN     "archivedById" INTEGER,
ADD COLUMN     "mergedIntoId" INTEGER,
ADD COLUMN     "pauses" TEXT;

-- CreateTable
CREATE TABLE "TaskEnding" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "survivorId" INTEGER,
    "status" TEXT NOT NULL,
    "proposedById" INTEGER NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),
    "remark" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TaskEnding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suspension" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "lookAgainOn" TEXT NOT NULL,
    "suspendedOn" TEXT NOT NULL,
    "suspendedAt" TIMESTAMP(3) NOT NULL,
    "suspendedById" INTEGER NOT NULL,
    "wasStatus" TEXT NOT NULL,
    "withId" INTEGER,
    "resumedOn" TEXT,
    "resumedById" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "daysAdded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Suspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PhaseClosing" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "standard" TEXT NOT NULL,
    "closedOn" TEXT NOT NULL,
    "closedAt" TIMESTAMP(3) NOT NULL,
    "closedById" INTEGER NOT NULL,
    "nextRequirement" TEXT NOT NULL,
    "nextDueOn" TEXT NOT NULL,

    CONSTRAINT "PhaseClosing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LightOverride" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "light" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "expiresOn" TEXT NOT NULL,
    "computed" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "proposedById" INTEGER NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),
    "remark" TEXT NOT NULL DEFAULT '',
    "liftedById" INTEGER,
    "liftedAt" TIMESTAMP(3),

    CONSTRAINT "LightOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SnapshotEnd" (
    "id" SERIAL NOT NULL,
    "snapshotId" INTEGER NOT NULL,
    "planId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SnapshotEnd_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "TaskEnding" ADD CONSTRAINT "TaskEnding_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskEnding" ADD CONSTRAINT "TaskEnding_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suspension" ADD CONSTRAINT "Suspension_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseClosing" ADD CONSTRAINT "PhaseClosing_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LightOverride" ADD CONSTRAINT "LightOverride_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SnapshotEnd" ADD CONSTRAINT "SnapshotEnd_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the models cannot say. One proposal at a time, decided by another account (DOMAIN §3); one override of a light at a time.
CREATE UNIQUE INDEX "TaskEnding_one_pending" ON "TaskEnding" ("taskId") WHERE "status" = 'pending';
CREATE UNIQUE INDEX "LightOverride_one_in_force" ON "LightOverride" ("taskId") WHERE "status" = 'in_force';
CREATE UNIQUE INDEX "LightOverride_one_proposed" ON "LightOverride" ("taskId") WHERE "status" = 'proposed';

ALTER TABLE "TaskEnding" ADD CONSTRAINT "TaskEnding_four_eyes"
CHECK ("status" NOT IN ('confirmed', 'refused') OR ("decidedById" IS NOT NULL AND "decidedById" <> "proposedById"));

CREATE FUNCTION decided_proposal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a decided proposal stays as it was'; END $$;

CREATE TRIGGER "TaskEnding_stays" BEFORE UPDATE ON "TaskEnding"
FOR EACH ROW WHEN (OLD."status" <> 'pending') EXECUTE FUNCTION decided_proposal_stays();

-- Month-end snapshots are frozen (R22).
CREATE TRIGGER "SnapshotEnd_frozen" BEFORE UPDATE OR DELETE OR TRUNCATE ON "SnapshotEnd"
FOR EACH STATEMENT EXECUTE FUNCTION snapshot_is_frozen();
