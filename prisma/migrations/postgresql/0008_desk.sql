-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "carriedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" SERIAL NOT NULL,
    "fileName" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "problems" TEXT NOT NULL DEFAULT '[]',
    "draftId" INTEGER,
    "planId" INTEGER,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnknownName" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "start" INTEGER NOT NULL,

    CONSTRAINT "UnknownName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SuspectLink" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "beforeId" INTEGER NOT NULL,
    "afterId" INTEGER,
    "change" TEXT NOT NULL,
    "verdict" TEXT,
    "note" TEXT,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SuspectLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportRun_createdAt_idx" ON "ImportRun"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "UnknownName_planId_name_key" ON "UnknownName"("planId", "name");

-- CreateIndex
CREATE INDEX "SuspectLink_verdict_idx" ON "SuspectLink"("verdict");

-- CreateIndex
CREATE UNIQUE INDEX "SuspectLink_planId_taskId_beforeId_key" ON "SuspectLink"("planId", "taskId", "beforeId");

-- AddForeignKey
ALTER TABLE "UnknownName" ADD CONSTRAINT "UnknownName_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuspectLink" ADD CONSTRAINT "SuspectLink_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuspectLink" ADD CONSTRAINT "SuspectLink_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuspectLink" ADD CONSTRAINT "SuspectLink_beforeId_fkey" FOREIGN KEY ("beforeId") REFERENCES "Sentence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuspectLink" ADD CONSTRAINT "SuspectLink_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "Sentence"("id") ON DELETE SET NULL ON UPDATE CASCADE;
