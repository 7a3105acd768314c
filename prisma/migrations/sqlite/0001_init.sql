-- CreateTable
CREATE TABLE "Account" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT true,
    "passwordChangedAt" DATETIME,
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "firstFailureAt" DATETIME,
    "lockedUntil" DATETIME,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "Post" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "accountId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Post_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Post_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" INTEGER,
    "data" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "address" TEXT,
    "agent" TEXT,
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SetupToken" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "event" TEXT NOT NULL,
    "accountId" INTEGER,
    "postId" INTEGER,
    "unitId" INTEGER,
    "actorName" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "thread" TEXT,
    "data" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "day" TEXT NOT NULL,
    "takenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SnapshotLine" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "snapshotId" INTEGER NOT NULL,
    "planId" INTEGER NOT NULL,
    "chapterId" INTEGER,
    "unitId" INTEGER,
    "red" INTEGER NOT NULL,
    "yellow" INTEGER NOT NULL,
    "green" INTEGER NOT NULL,
    "grey" INTEGER NOT NULL,
    "closed" INTEGER NOT NULL,
    CONSTRAINT "SnapshotLine_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SnapshotPlan" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "snapshotId" INTEGER NOT NULL,
    "planId" INTEGER NOT NULL,
    "commitments" INTEGER NOT NULL,
    "settled" INTEGER NOT NULL,
    CONSTRAINT "SnapshotPlan_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Filing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "originalDueOn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "noChange" BOOLEAN NOT NULL DEFAULT false,
    "progress" INTEGER NOT NULL,
    "value" REAL,
    "done" TEXT NOT NULL,
    "problems" TEXT NOT NULL,
    "reasonCode" TEXT,
    "reasonNote" TEXT NOT NULL DEFAULT '',
    "newDate" TEXT,
    "nextSteps" TEXT NOT NULL,
    "coordination" TEXT NOT NULL,
    "draftedById" INTEGER NOT NULL,
    "draftedAt" DATETIME NOT NULL,
    "writerIds" TEXT NOT NULL DEFAULT '[]',
    "signedOffById" INTEGER,
    "firstSentAt" DATETIME,
    "sentAt" DATETIME,
    "reviewedById" INTEGER,
    "reviewedAt" DATETIME,
    "returnReason" TEXT,
    "clerkNote" TEXT NOT NULL DEFAULT '',
    "round" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Filing_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Filing_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FilingVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "filingId" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,
    "draftedById" INTEGER NOT NULL,
    "signedOffById" INTEGER NOT NULL,
    "reviewedById" INTEGER,
    "reviewedAt" DATETIME,
    "verdict" TEXT,
    "checks" TEXT,
    "note" TEXT,
    CONSTRAINT "FilingVersion_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "filingId" INTEGER,
    "unitId" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageName" TEXT NOT NULL,
    "uploadedById" INTEGER NOT NULL,
    "uploadedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "Evidence_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "FormKey" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "accountId" INTEGER,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "NumberSeries" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "last" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "shortTitle" TEXT NOT NULL,
    "issuingBody" TEXT,
    "adoptedOn" TEXT,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "sourceText" TEXT NOT NULL,
    "sourceFormat" TEXT NOT NULL,
    "sourceEncoding" TEXT,
    "fileName" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "importedAt" DATETIME NOT NULL,
    "importedById" INTEGER NOT NULL,
    "replacesId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "PlanNode" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" INTEGER NOT NULL,
    "parentId" INTEGER,
    "chapterId" INTEGER,
    "level" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    CONSTRAINT "PlanNode_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PlanNode_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "PlanNode" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Sentence" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" INTEGER NOT NULL,
    "nodeId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cite" TEXT NOT NULL,
    "articleId" INTEGER,
    "chapterId" INTEGER,
    CONSTRAINT "Sentence_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Sentence_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "PlanNode" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" INTEGER NOT NULL,
    "nodeId" INTEGER NOT NULL,
    "sentenceId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "chapterId" INTEGER,
    "districts" BOOLEAN NOT NULL DEFAULT false,
    "deadline" TEXT,
    "target" TEXT,
    "suggested" TEXT NOT NULL,
    "decision" TEXT NOT NULL DEFAULT 'open',
    "decisionReason" TEXT,
    "decidedById" INTEGER,
    "approvedById" INTEGER,
    "decidedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Commitment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Commitment_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "PlanNode" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Commitment_sentenceId_fkey" FOREIGN KEY ("sentenceId") REFERENCES "Sentence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "groupName" TEXT,
    "articleId" INTEGER,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    CONSTRAINT "Programme_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanDraft" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "digest" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT,
    "reading" TEXT NOT NULL,
    "replacesId" INTEGER,
    "createdById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "Slip" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "ground" TEXT NOT NULL,
    "groundDay" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,
    "urgentReason" TEXT,
    "capReason" TEXT,
    "issuedAt" DATETIME NOT NULL,
    "issuedById" INTEGER NOT NULL,
    "issuerUnitId" INTEGER NOT NULL,
    "replyDueOn" TEXT NOT NULL,
    "reply" TEXT,
    "repliedAt" DATETIME,
    "repliedById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Slip_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Slip_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Sample" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "drawnAt" DATETIME NOT NULL,
    "drawnById" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SampleItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sampleId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    CONSTRAINT "SampleItem_sampleId_fkey" FOREIGN KEY ("sampleId") REFERENCES "Sample" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SampleItem_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "sampleId" INTEGER,
    "method" TEXT NOT NULL,
    "visitedOn" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "people" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reportedProgress" INTEGER NOT NULL,
    "foundProgress" INTEGER NOT NULL,
    "capReason" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "recordedById" INTEGER NOT NULL,
    CONSTRAINT "Verification_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verification_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verification_sampleId_fkey" FOREIGN KEY ("sampleId") REFERENCES "Sample" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Problem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "verificationId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "raisedAt" DATETIME NOT NULL,
    "raisedById" INTEGER NOT NULL,
    "objection" TEXT,
    "objectedById" INTEGER,
    "ruling" TEXT,
    "ruledById" INTEGER,
    "rectification" TEXT,
    "rectifiedById" INTEGER,
    "rectifiedAt" DATETIME,
    "recheck" TEXT,
    "recheckedById" INTEGER,
    "recheckedAt" DATETIME,
    "closedById" INTEGER,
    "closedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Problem_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Problem_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Problem_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Instruction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "leaderId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "givenOn" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "registeredById" INTEGER NOT NULL,
    "registeredAt" DATETIME NOT NULL,
    "reply" TEXT,
    "repliedById" INTEGER,
    "repliedAt" DATETIME,
    "remark" TEXT,
    "closedById" INTEGER,
    "closedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Instruction_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Instruction_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Task" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT,
    "planId" INTEGER NOT NULL,
    "articleId" INTEGER,
    "chapterId" INTEGER,
    "parentId" INTEGER,
    "title" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "citation" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,
    "standard" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "cycle" TEXT NOT NULL,
    "startOn" TEXT NOT NULL,
    "originalDeadline" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "rollup" TEXT,
    "districtIds" TEXT NOT NULL DEFAULT '[]',
    "createdById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "supervisorId" INTEGER NOT NULL,
    "issuedAt" DATETIME,
    "submittedAt" DATETIME,
    "submittedById" INTEGER,
    "completion" TEXT,
    "returnReason" TEXT,
    "closedAt" DATETIME,
    "closedOn" TEXT,
    "closedById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "leadUnitId" INTEGER,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "yellowFrom" TEXT,
    "redFrom" TEXT,
    "extensionPending" BOOLEAN NOT NULL DEFAULT false,
    "turn" TEXT NOT NULL DEFAULT 'supervisor',
    "turnUnitId" INTEGER,
    "turnSince" DATETIME,
    "lastAct" TEXT,
    "lastActAt" DATETIME,
    "searchText" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Task_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Task_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "PlanNode" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Task_chapterId_fkey" FOREIGN KEY ("chapterId") REFERENCES "PlanNode" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Task_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Task" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Task_leadUnitId_fkey" FOREIGN KEY ("leadUnitId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Task_turnUnitId_fkey" FOREIGN KEY ("turnUnitId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TaskSource" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "sentenceId" INTEGER NOT NULL,
    "commitmentId" INTEGER,
    CONSTRAINT "TaskSource_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TaskSource_sentenceId_fkey" FOREIGN KEY ("sentenceId") REFERENCES "Sentence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TaskSource_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "signedAt" DATETIME,
    "signedById" INTEGER,
    "objection" TEXT,
    "objectionReason" TEXT,
    "objectedAt" DATETIME,
    "arbitration" TEXT,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "filedThrough" TEXT,
    "nextDueOn" TEXT,
    "secondDueOn" TEXT,
    "yellowFrom" TEXT,
    "redFrom" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Assignment_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assignment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "fromDeadline" TEXT NOT NULL,
    "toDeadline" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "progressNote" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "askedById" INTEGER NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    "decisionReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Extension_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HolderSpan" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "unitId" INTEGER,
    "since" DATETIME NOT NULL,
    "until" DATETIME,
    CONSTRAINT "HolderSpan_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parentId" INTEGER,
    "sort" INTEGER NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "phone" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UnitAlias" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "UnitAlias_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UnitDuty" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitId" INTEGER NOT NULL,
    "word" TEXT NOT NULL,
    CONSTRAINT "UnitDuty_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_login_key" ON "Account"("login");

-- CreateIndex
CREATE INDEX "Post_unitId_role_idx" ON "Post"("unitId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Post_accountId_unitId_role_key" ON "Post"("accountId", "unitId", "role");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_seenAt_idx" ON "Session"("seenAt");

-- CreateIndex
CREATE INDEX "AuditEvent_thread_seq_idx" ON "AuditEvent"("thread", "seq");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_seq_idx" ON "AuditEvent"("subject", "seq");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "AuditEvent_event_seq_idx" ON "AuditEvent"("event", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_day_key" ON "Snapshot"("day");

-- CreateIndex
CREATE INDEX "SnapshotLine_snapshotId_planId_idx" ON "SnapshotLine"("snapshotId", "planId");

-- CreateIndex
CREATE UNIQUE INDEX "SnapshotPlan_snapshotId_planId_key" ON "SnapshotPlan"("snapshotId", "planId");

-- CreateIndex
CREATE INDEX "Filing_status_idx" ON "Filing"("status");

-- CreateIndex
CREATE INDEX "Filing_taskId_period_idx" ON "Filing"("taskId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "Filing_assignmentId_period_key" ON "Filing"("assignmentId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "FilingVersion_filingId_round_key" ON "FilingVersion"("filingId", "round");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_storageName_key" ON "Evidence"("storageName");

-- CreateIndex
CREATE INDEX "Evidence_taskId_idx" ON "Evidence"("taskId");

-- CreateIndex
CREATE INDEX "Evidence_filingId_idx" ON "Evidence"("filingId");

-- CreateIndex
CREATE INDEX "Evidence_sha256_idx" ON "Evidence"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_digest_key" ON "Plan"("digest");

-- CreateIndex
CREATE INDEX "PlanNode_chapterId_idx" ON "PlanNode"("chapterId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanNode_planId_ordinal_key" ON "PlanNode"("planId", "ordinal");

-- CreateIndex
CREATE INDEX "Sentence_nodeId_idx" ON "Sentence"("nodeId");

-- CreateIndex
CREATE UNIQUE INDEX "Sentence_planId_ordinal_key" ON "Sentence"("planId", "ordinal");

-- CreateIndex
CREATE INDEX "Commitment_sentenceId_idx" ON "Commitment"("sentenceId");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_planId_ordinal_key" ON "Commitment"("planId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_planId_ordinal_key" ON "Programme"("planId", "ordinal");

-- CreateIndex
CREATE INDEX "PlanDraft_createdById_idx" ON "PlanDraft"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "Slip_number_key" ON "Slip"("number");

-- CreateIndex
CREATE INDEX "Slip_taskId_unitId_idx" ON "Slip"("taskId", "unitId");

-- CreateIndex
CREATE INDEX "Slip_unitId_issuedAt_idx" ON "Slip"("unitId", "issuedAt");

-- CreateIndex
CREATE INDEX "Slip_issuedAt_idx" ON "Slip"("issuedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Sample_number_key" ON "Sample"("number");

-- CreateIndex
CREATE UNIQUE INDEX "SampleItem_sampleId_taskId_key" ON "SampleItem"("sampleId", "taskId");

-- CreateIndex
CREATE UNIQUE INDEX "Verification_number_key" ON "Verification"("number");

-- CreateIndex
CREATE INDEX "Verification_taskId_idx" ON "Verification"("taskId");

-- CreateIndex
CREATE INDEX "Verification_unitId_visitedOn_idx" ON "Verification"("unitId", "visitedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Problem_number_key" ON "Problem"("number");

-- CreateIndex
CREATE INDEX "Problem_status_dueOn_idx" ON "Problem"("status", "dueOn");

-- CreateIndex
CREATE INDEX "Problem_unitId_status_idx" ON "Problem"("unitId", "status");

-- CreateIndex
CREATE INDEX "Problem_taskId_idx" ON "Problem"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "Instruction_number_key" ON "Instruction"("number");

-- CreateIndex
CREATE INDEX "Instruction_status_dueOn_idx" ON "Instruction"("status", "dueOn");

-- CreateIndex
CREATE INDEX "Instruction_unitId_status_idx" ON "Instruction"("unitId", "status");

-- CreateIndex
CREATE INDEX "Instruction_taskId_idx" ON "Instruction"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "Task_number_key" ON "Task"("number");

-- CreateIndex
CREATE INDEX "Task_status_deadline_idx" ON "Task"("status", "deadline");

-- CreateIndex
CREATE INDEX "Task_leadUnitId_status_idx" ON "Task"("leadUnitId", "status");

-- CreateIndex
CREATE INDEX "Task_planId_chapterId_idx" ON "Task"("planId", "chapterId");

-- CreateIndex
CREATE INDEX "Task_articleId_idx" ON "Task"("articleId");

-- CreateIndex
CREATE INDEX "Task_parentId_idx" ON "Task"("parentId");

-- CreateIndex
CREATE INDEX "Task_redFrom_idx" ON "Task"("redFrom");

-- CreateIndex
CREATE INDEX "Task_turnUnitId_idx" ON "Task"("turnUnitId");

-- CreateIndex
CREATE INDEX "TaskSource_sentenceId_idx" ON "TaskSource"("sentenceId");

-- CreateIndex
CREATE INDEX "TaskSource_commitmentId_idx" ON "TaskSource"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "TaskSource_taskId_sentenceId_commitmentId_key" ON "TaskSource"("taskId", "sentenceId", "commitmentId");

-- CreateIndex
CREATE INDEX "Assignment_unitId_role_idx" ON "Assignment"("unitId", "role");

-- CreateIndex
CREATE INDEX "Assignment_nextDueOn_idx" ON "Assignment"("nextDueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_taskId_unitId_key" ON "Assignment"("taskId", "unitId");

-- CreateIndex
CREATE INDEX "Extension_taskId_status_idx" ON "Extension"("taskId", "status");

-- CreateIndex
CREATE INDEX "HolderSpan_taskId_since_idx" ON "HolderSpan"("taskId", "since");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_code_key" ON "Unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_name_key" ON "Unit"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_shortName_key" ON "Unit"("shortName");

-- CreateIndex
CREATE INDEX "Unit_kind_sort_idx" ON "Unit"("kind", "sort");

-- CreateIndex
CREATE INDEX "Unit_pinyin_idx" ON "Unit"("pinyin");

-- CreateIndex
CREATE UNIQUE INDEX "UnitAlias_name_key" ON "UnitAlias"("name");

-- CreateIndex
CREATE INDEX "UnitAlias_unitId_idx" ON "UnitAlias"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "UnitDuty_unitId_word_key" ON "UnitDuty"("unitId", "word");
