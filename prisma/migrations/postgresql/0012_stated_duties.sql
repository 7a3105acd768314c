-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "stated" TEXT;
