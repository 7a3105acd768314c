-- AlterTable
ALTER TABLE "Verification" ADD COLUMN "confidence" TEXT;

-- AlterTable
ALTER TABLE "HolderSpan" ADD COLUMN "accountId" INTEGER;
ALTER TABLE "HolderSpan" ADD COLUMN "waitsAfter" TEXT;
ALTER TABLE "HolderSpan" ADD COLUMN "waitsFor" TEXT;
ALTER TABLE "HolderSpan" ADD COLUMN "waitsForUnitId" INTEGER;

-- CreateTable
CREATE TABLE "RuleSet" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "status" TEXT NOT NULL,
    "fromMonth" TEXT,
    "points" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "madeById" INTEGER NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "adoptedById" INTEGER,
    "adoptedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "Circular" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "ruleSetId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "drawnUpById" INTEGER NOT NULL,
    "drawnUpAt" DATETIME NOT NULL,
    "objectUntil" TEXT NOT NULL,
    "publishedById" INTEGER,
    "publishedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Circular_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "RuleSet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CircularEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "circularId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "peers" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "counts" TEXT NOT NULL,
    CONSTRAINT "CircularEntry_circularId_fkey" FOREIGN KEY ("circularId") REFERENCES "Circular" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CircularObjection" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "circularId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "objectedById" INTEGER NOT NULL,
    "objectedAt" DATETIME NOT NULL,
    "ruling" TEXT,
    "ruledById" INTEGER,
    "ruledAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "CircularObjection_circularId_fkey" FOREIGN KEY ("circularId") REFERENCES "Circular" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VerificationFile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "verificationId" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageName" TEXT NOT NULL,
    "uploadedById" INTEGER NOT NULL,
    "uploadedAt" DATETIME NOT NULL,
    CONSTRAINT "VerificationFile_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FindingObjection" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "verificationId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "objectedById" INTEGER NOT NULL,
    "objectedAt" DATETIME NOT NULL,
    "ruling" TEXT,
    "ruledById" INTEGER,
    "ruledAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FindingObjection_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "ground" TEXT NOT NULL,
    "groundDay" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "people" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "recordedById" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "RuleSet_status_fromMonth_idx" ON "RuleSet"("status", "fromMonth");

-- CreateIndex
CREATE UNIQUE INDEX "Circular_number_key" ON "Circular"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Circular_month_key" ON "Circular"("month");

-- CreateIndex
CREATE UNIQUE INDEX "CircularEntry_circularId_unitId_key" ON "CircularEntry"("circularId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "CircularObjection_circularId_unitId_key" ON "CircularObjection"("circularId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationFile_storageName_key" ON "VerificationFile"("storageName");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationFile_verificationId_sha256_key" ON "VerificationFile"("verificationId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "FindingObjection_verificationId_key" ON "FindingObjection"("verificationId");

-- CreateIndex
CREATE INDEX "FindingObjection_status_idx" ON "FindingObjection"("status");

-- CreateIndex
CREATE UNIQUE INDEX "Escalation_number_key" ON "Escalation"("number");

-- CreateIndex
CREATE INDEX "Escalation_taskId_idx" ON "Escalation"("taskId");

-- CreateIndex
CREATE INDEX "Escalation_unitId_heldOn_idx" ON "Escalation"("unitId", "heldOn");

-- CreateIndex
CREATE INDEX "HolderSpan_until_idx" ON "HolderSpan"("until");

-- What was found, held and counted stays as it was recorded.
CREATE TRIGGER "Verification_no_update" BEFORE UPDATE ON "Verification"
BEGIN SELECT RAISE(ABORT, 'what was found stays as it was recorded'); END;

CREATE TRIGGER "Verification_no_delete" BEFORE DELETE ON "Verification"
BEGIN SELECT RAISE(ABORT, 'what was found stays as it was recorded'); END;

CREATE TRIGGER "VerificationFile_no_update" BEFORE UPDATE ON "VerificationFile"
BEGIN SELECT RAISE(ABORT, 'what was found stays as it was recorded'); END;

CREATE TRIGGER "VerificationFile_no_delete" BEFORE DELETE ON "VerificationFile"
BEGIN SELECT RAISE(ABORT, 'what was found stays as it was recorded'); END;

CREATE TRIGGER "Escalation_no_update" BEFORE UPDATE ON "Escalation"
BEGIN SELECT RAISE(ABORT, 'a talk or a criticism stays as it was recorded'); END;

CREATE TRIGGER "Escalation_no_delete" BEFORE DELETE ON "Escalation"
BEGIN SELECT RAISE(ABORT, 'a talk or a criticism stays as it was recorded'); END;

CREATE TRIGGER "CircularEntry_no_update" BEFORE UPDATE ON "CircularEntry"
BEGIN SELECT RAISE(ABORT, 'an entry is frozen'); END;

CREATE TRIGGER "CircularEntry_no_delete" BEFORE DELETE ON "CircularEntry"
BEGIN SELECT RAISE(ABORT, 'an entry is frozen'); END;

CREATE TRIGGER "HolderSpan_ended" BEFORE UPDATE ON "HolderSpan"
WHEN OLD."until" IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a stretch that has ended stays as it was'); END;

CREATE TRIGGER "RuleSet_stays" BEFORE UPDATE ON "RuleSet"
WHEN OLD."status" <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a rule set that was adopted stays as it is'); END;

CREATE TRIGGER "RuleSet_four_eyes" BEFORE UPDATE ON "RuleSet"
WHEN NEW."adoptedById" = NEW."madeById"
BEGIN SELECT RAISE(ABORT, 'nobody adopts their own rule set'); END;

CREATE TRIGGER "Circular_stays" BEFORE UPDATE ON "Circular"
WHEN OLD."status" = 'published'
BEGIN SELECT RAISE(ABORT, 'a published circular stays as it is'); END;

CREATE TRIGGER "Circular_four_eyes" BEFORE UPDATE ON "Circular"
WHEN NEW."publishedById" = NEW."drawnUpById"
BEGIN SELECT RAISE(ABORT, 'nobody publishes what they drew up'); END;

CREATE TRIGGER "FindingObjection_four_eyes" BEFORE UPDATE ON "FindingObjection"
WHEN NEW."ruledById" = NEW."objectedById"
BEGIN SELECT RAISE(ABORT, 'nobody rules on their own objection'); END;
