-- CreateTable
CREATE TABLE "Message" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitId" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemCount" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Message_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MessageItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "messageId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "rung" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    CONSTRAINT "MessageItem_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MessageReceipt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "messageId" INTEGER NOT NULL,
    "accountId" INTEGER NOT NULL,
    "postId" INTEGER NOT NULL,
    "pressedOnly" BOOLEAN NOT NULL,
    "readAt" DATETIME,
    CONSTRAINT "MessageReceipt_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "messageId" INTEGER,
    "channel" TEXT NOT NULL,
    "targetId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" DATETIME NOT NULL,
    "leaseUntil" DATETIME,
    "sentAt" DATETIME,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Delivery_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "secret" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Channel_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailContact" (
    "accountId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "email" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "requestedAt" DATETIME NOT NULL,
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,
    "verifiedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "postId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "accountId" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Message_day_idx" ON "Message"("day");

-- CreateIndex
CREATE UNIQUE INDEX "Message_unitId_day_kind_key" ON "Message"("unitId", "day", "kind");

-- CreateIndex
CREATE INDEX "MessageItem_messageId_idx" ON "MessageItem"("messageId");

-- CreateIndex
CREATE INDEX "MessageItem_subject_idx" ON "MessageItem"("subject");

-- CreateIndex
CREATE INDEX "MessageReceipt_postId_readAt_idx" ON "MessageReceipt"("postId", "readAt");

-- CreateIndex
CREATE UNIQUE INDEX "MessageReceipt_messageId_postId_key" ON "MessageReceipt"("messageId", "postId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_key_key" ON "Delivery"("key");

-- CreateIndex
CREATE INDEX "Delivery_status_nextAt_idx" ON "Delivery"("status", "nextAt");

-- CreateIndex
CREATE INDEX "Delivery_messageId_idx" ON "Delivery"("messageId");

-- CreateIndex
CREATE INDEX "Channel_unitId_active_idx" ON "Channel"("unitId", "active");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- What was said stays as it was said, and to whom.
CREATE TRIGGER "Message_no_update" BEFORE UPDATE ON "Message"
BEGIN SELECT RAISE(ABORT, 'a message stays as it was sent'); END;

CREATE TRIGGER "Message_no_delete" BEFORE DELETE ON "Message"
BEGIN SELECT RAISE(ABORT, 'a message stays as it was sent'); END;

CREATE TRIGGER "MessageItem_no_update" BEFORE UPDATE ON "MessageItem"
BEGIN SELECT RAISE(ABORT, 'a message stays as it was sent'); END;

CREATE TRIGGER "MessageItem_no_delete" BEFORE DELETE ON "MessageItem"
BEGIN SELECT RAISE(ABORT, 'a message stays as it was sent'); END;
