-- AlterTable
ALTER TABLE "Filing" ADD COLUMN "handedOnAt" DATETIME;
ALTER TABLE "Filing" ADD COLUMN "heldById" INTEGER;

-- AlterTable
ALTER TABLE "Instruction" ADD COLUMN "capReason" TEXT;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN "capReason" TEXT;
