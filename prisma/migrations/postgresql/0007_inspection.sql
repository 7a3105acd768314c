-- AlterTable
ALTER TABLE "Verification" ADD COLUMN     "confidence" TEXT;

-- AlterTable
ALTER TABLE "HolderSpan" ADD COLUMN     "accountId" INTEGER,
ADD COLUMN     "waitsAfter" TEXT,
ADD COLUMN     "waitsFor" TEXT,
ADD COLUMN     "waitsForUnitId" INTEGER;

-- CreateTable
CREATE TABLE "RuleSet" (
    "id" SERIAL NOT NULL,
    "status" TEXT NOT NULL,
    "fromMonth" TEXT,
    "points" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "madeById" INTEGER NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "adoptedById" INTEGER,
    "adoptedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RuleSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Circular" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "ruleSetId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "drawnUpById" INTEGER NOT NULL,
    "drawnUpAt" TIMESTAMP(3) NOT NULL,
    "objectUntil" TEXT NOT NULL,
    "publishedById" INTEGER,
    "publishedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Circular_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CircularEntry" (
    "id" SERIAL NOT NULL,
    "circularId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "peers" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "counts" TEXT NOT NULL,

    CONSTRAINT "CircularEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CircularObjection" (
    "id" SERIAL NOT NULL,
    "circularId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "objectedById" INTEGER NOT NULL,
    "objectedAt" TIMESTAMP(3) NOT NULL,
    "ruling" TEXT,
    "ruledById" INTEGER,
    "ruledAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CircularObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationFile" (
    "id" SERIAL NOT NULL,
    "verificationId" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageName" TEXT NOT NULL,
    "uploadedById" INTEGER NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "VerificationFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingObjection" (
    "id" SERIAL NOT NULL,
    "verificationId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "objectedById" INTEGER NOT NULL,
    "objectedAt" TIMESTAMP(3) NOT NULL,
    "ruling" TEXT,
    "ruledById" INTEGER,
    "ruledAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FindingObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" SERIAL NOT NULL,
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
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "recordedById" INTEGER NOT NULL,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Circular" ADD CONSTRAINT "Circular_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "RuleSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CircularEntry" ADD CONSTRAINT "CircularEntry_circularId_fkey" FOREIGN KEY ("circularId") REFERENCES "Circular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CircularObjection" ADD CONSTRAINT "CircularObjection_circularId_fkey" FOREIGN KEY ("circularId") REFERENCES "Circular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationFile" ADD CONSTRAINT "VerificationFile_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingObjection" ADD CONSTRAINT "FindingObjection_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was found, held and counted stays as it was recorded.
CREATE FUNCTION stays_as_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'this row stays as it was recorded'; END $$;

CREATE TRIGGER "Verification_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Verification"
FOR EACH STATEMENT EXECUTE FUNCTION stays_as_recorded();

CREATE TRIGGER "VerificationFile_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "VerificationFile"
FOR EACH STATEMENT EXECUTE FUNCTION stays_as_recorded();

CREATE TRIGGER "Escalation_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Escalation"
FOR EACH STATEMENT EXECUTE FUNCTION stays_as_recorded();

CREATE TRIGGER "CircularEntry_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CircularEntry"
FOR EACH STATEMENT EXECUTE FUNCTION stays_as_recorded();

CREATE TRIGGER "HolderSpan_stays" BEFORE UPDATE ON "HolderSpan"
FOR EACH ROW WHEN (OLD."until" IS NOT NULL) EXECUTE FUNCTION stays_as_recorded();

CREATE TRIGGER "RuleSet_stays" BEFORE UPDATE ON "RuleSet"
FOR EACH ROW WHEN (OLD."status" <> 'draft') EXECUTE FUNCTION stays_as_recorded();

CREATE TRIGGER "Circular_stays" BEFORE UPDATE ON "Circular"
FOR EACH ROW WHEN (OLD."status" = 'published') EXECUTE FUNCTION stays_as_recorded();

ALTER TABLE "RuleSet" ADD CONSTRAINT "RuleSet_four_eyes" CHECK ("adoptedById" IS NULL OR "adoptedById" <> "madeById");

ALTER TABLE "Circular" ADD CONSTRAINT "Circular_four_eyes" CHECK ("publishedById" IS NULL OR "publishedById" <> "drawnUpById");

ALTER TABLE "FindingObjection" ADD CONSTRAINT "FindingObjection_four_eyes" CHECK ("ruledById" IS NULL OR "ruledById" <> "objectedById");
