-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "arbitratedAt" TIMESTAMP(3),
ADD COLUMN     "arbitratedById" INTEGER,
ADD COLUMN     "handedAt" TIMESTAMP(3),
ADD COLUMN     "objectedById" INTEGER;

-- CreateTable
CREATE TABLE "Delegation" (
    "id" SERIAL NOT NULL,
    "postId" INTEGER NOT NULL,
    "fromId" INTEGER NOT NULL,
    "toId" INTEGER NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "givenAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "revokedById" INTEGER,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handling" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "office" TEXT NOT NULL,
    "accountId" INTEGER,
    "note" TEXT NOT NULL,
    "givenById" INTEGER NOT NULL,
    "givenAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Handling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DueWish" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "fromDueOn" TEXT NOT NULL,
    "toDueOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "askedById" INTEGER NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),
    "decisionReason" TEXT,

    CONSTRAINT "DueWish_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handling" ADD CONSTRAINT "Handling_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DueWish" ADD CONSTRAINT "DueWish_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One person or office at a time, one wish at a time; how it was stays as it was.
CREATE UNIQUE INDEX "Handling_one_open" ON "Handling" ("assignmentId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "DueWish_one_pending" ON "DueWish" ("assignmentId") WHERE "status" = 'pending';

CREATE FUNCTION handling_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'who worked on a branch stays as it was'; END $$;

CREATE TRIGGER "Handling_stays" BEFORE UPDATE OF "assignmentId", "office", "accountId", "note", "givenById", "givenAt" ON "Handling"
FOR EACH ROW EXECUTE FUNCTION handling_stays();

CREATE TRIGGER "Handling_no_delete" BEFORE DELETE ON "Handling"
FOR EACH ROW EXECUTE FUNCTION handling_stays();

-- A delegation is given once and at most revoked (SECURITY T16).
CREATE FUNCTION delegation_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a delegation stays as it was given'; END $$;

CREATE TRIGGER "Delegation_stays" BEFORE UPDATE OF "postId", "fromId", "toId", "startsOn", "endsOn", "reason", "givenAt" ON "Delegation"
FOR EACH ROW EXECUTE FUNCTION delegation_stays();

CREATE TRIGGER "Delegation_no_delete" BEFORE DELETE ON "Delegation"
FOR EACH ROW EXECUTE FUNCTION delegation_stays();

ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_to_another" CHECK ("fromId" <> "toId");
