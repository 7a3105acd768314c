-- AlterTable
ALTER TABLE "Plan" ADD COLUMN "carriedAt" DATETIME;

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fileName" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "problems" TEXT NOT NULL DEFAULT '[]',
    "draftId" INTEGER,
    "planId" INTEGER,
    "createdById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "UnknownName" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    CONSTRAINT "UnknownName_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SuspectLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "beforeId" INTEGER NOT NULL,
    "afterId" INTEGER,
    "change" TEXT NOT NULL,
    "verdict" TEXT,
    "note" TEXT,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "SuspectLink_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SuspectLink_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SuspectLink_beforeId_fkey" FOREIGN KEY ("beforeId") REFERENCES "Sentence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SuspectLink_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "Sentence" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ImportRun_createdAt_idx" ON "ImportRun"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "UnknownName_planId_name_key" ON "UnknownName"("planId", "name");

-- CreateIndex
CREATE INDEX "SuspectLink_verdict_idx" ON "SuspectLink"("verdict");

-- CreateIndex
CREATE UNIQUE INDEX "SuspectLink_planId_taskId_beforeId_key" ON "SuspectLink"("planId", "taskId", "beforeId");
