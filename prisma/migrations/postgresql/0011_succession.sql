-- AlterTable
ALTER TABLE "Filing" ADD COLUMN     "handedOnAt" TIMESTAMP(3),
ADD COLUMN     "heldById" INTEGER;

-- AlterTable
ALTER TABLE "Instruction" ADD COLUMN     "capReason" TEXT;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "capReason" TEXT;
