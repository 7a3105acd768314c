-- AlterTable
ALTER TABLE "Filing" ADD COLUMN     "leadReturnedRound" INTEGER;

-- CreateTable
CREATE TABLE "Coordination" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "filingId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "ownerUnitId" INTEGER,
    "outsideName" TEXT NOT NULL DEFAULT '',
    "dueOn" TEXT NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL,
    "raisedById" INTEGER NOT NULL,
    "ownedSince" TIMESTAMP(3) NOT NULL,
    "assignedById" INTEGER,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" INTEGER,
    "answeredAt" TIMESTAMP(3),
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "remark" TEXT NOT NULL DEFAULT '',
    "settledById" INTEGER,
    "settledAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Coordination_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Coordination_status_dueOn_idx" ON "Coordination"("status", "dueOn");

-- CreateIndex
CREATE INDEX "Coordination_unitId_status_idx" ON "Coordination"("unitId", "status");

-- CreateIndex
CREATE INDEX "Coordination_ownerUnitId_status_idx" ON "Coordination"("ownerUnitId", "status");

-- CreateIndex
CREATE INDEX "Coordination_taskId_idx" ON "Coordination"("taskId");

-- CreateIndex
CREATE INDEX "Coordination_filingId_idx" ON "Coordination"("filingId");

-- AddForeignKey
ALTER TABLE "Coordination" ADD CONSTRAINT "Coordination_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coordination" ADD CONSTRAINT "Coordination_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coordination" ADD CONSTRAINT "Coordination_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coordination" ADD CONSTRAINT "Coordination_ownerUnitId_fkey" FOREIGN KEY ("ownerUnitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;
