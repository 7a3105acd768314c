-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN "arbitratedAt" DATETIME;
ALTER TABLE "Assignment" ADD COLUMN "arbitratedById" INTEGER;
ALTER TABLE "Assignment" ADD COLUMN "handedAt" DATETIME;
ALTER TABLE "Assignment" ADD COLUMN "objectedById" INTEGER;

-- CreateTable
CREATE TABLE "Delegation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "postId" INTEGER NOT NULL,
    "fromId" INTEGER NOT NULL,
    "toId" INTEGER NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revokedById" INTEGER,
    CONSTRAINT "Delegation_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Handling" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "assignmentId" INTEGER NOT NULL,
    "office" TEXT NOT NULL,
    "accountId" INTEGER,
    "note" TEXT NOT NULL,
    "givenById" INTEGER NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Handling_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DueWish" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "assignmentId" INTEGER NOT NULL,
    "fromDueOn" TEXT NOT NULL,
    "toDueOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "askedById" INTEGER NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    "decisionReason" TEXT,
    CONSTRAINT "DueWish_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Delegation_toId_endsOn_idx" ON "Delegation"("toId", "endsOn");

-- CreateIndex
CREATE INDEX "Delegation_fromId_endsOn_idx" ON "Delegation"("fromId", "endsOn");

-- CreateIndex
CREATE INDEX "Delegation_postId_endsOn_idx" ON "Delegation"("postId", "endsOn");

-- CreateIndex
CREATE INDEX "Handling_assignmentId_idx" ON "Handling"("assignmentId");

-- CreateIndex
CREATE INDEX "Handling_accountId_endedAt_idx" ON "Handling"("accountId", "endedAt");

-- CreateIndex
CREATE INDEX "DueWish_assignmentId_status_idx" ON "DueWish"("assignmentId", "status");

-- One person or office at a time, one wish at a time; how it was stays as it was.
CREATE UNIQUE INDEX "Handling_one_open" ON "Handling" ("assignmentId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "DueWish_one_pending" ON "DueWish" ("assignmentId") WHERE "status" = 'pending';

CREATE TRIGGER "Handling_stays" BEFORE UPDATE OF "assignmentId", "office", "accountId", "note", "givenById", "givenAt" ON "Handling"
BEGIN SELECT RAISE(ABORT, 'who worked on a branch stays as it was'); END;

CREATE TRIGGER "Handling_no_delete" BEFORE DELETE ON "Handling"
BEGIN SELECT RAISE(ABORT, 'who worked on a branch stays as it was'); END;

-- A delegation is given once and at most revoked (SECURITY T16).
CREATE TRIGGER "Delegation_stays" BEFORE UPDATE OF "postId", "fromId", "toId", "startsOn", "endsOn", "reason", "givenAt" ON "Delegation"
BEGIN SELECT RAISE(ABORT, 'a delegation stays as it was given'); END;

CREATE TRIGGER "Delegation_no_delete" BEFORE DELETE ON "Delegation"
BEGIN SELECT RAISE(ABORT, 'a delegation stays as it was given'); END;

CREATE TRIGGER "Delegation_to_another" BEFORE INSERT ON "Delegation" WHEN NEW."fromId" = NEW."toId"
BEGIN SELECT RAISE(ABORT, 'nobody delegates to themselves'); END;
