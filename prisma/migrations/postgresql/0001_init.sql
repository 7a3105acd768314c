-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Account" (
    "id" SERIAL NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT true,
    "passwordChangedAt" TIMESTAMP(3),
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "firstFailureAt" TIMESTAMP(3),
    "lockedUntil" TIMESTAMP(3),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" SERIAL NOT NULL,
    "accountId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "accountId" INTEGER,
    "data" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "address" TEXT,
    "agent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupToken" (
    "hash" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "SetupToken_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "event" TEXT NOT NULL,
    "accountId" INTEGER,
    "postId" INTEGER,
    "unitId" INTEGER,
    "actorName" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "thread" TEXT,
    "data" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" SERIAL NOT NULL,
    "day" TEXT NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SnapshotLine" (
    "id" SERIAL NOT NULL,
    "snapshotId" INTEGER NOT NULL,
    "planId" INTEGER NOT NULL,
    "chapterId" INTEGER,
    "unitId" INTEGER,
    "red" INTEGER NOT NULL,
    "yellow" INTEGER NOT NULL,
    "green" INTEGER NOT NULL,
    "grey" INTEGER NOT NULL,
    "closed" INTEGER NOT NULL,

    CONSTRAINT "SnapshotLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SnapshotPlan" (
    "id" SERIAL NOT NULL,
    "snapshotId" INTEGER NOT NULL,
    "planId" INTEGER NOT NULL,
    "commitments" INTEGER NOT NULL,
    "settled" INTEGER NOT NULL,

    CONSTRAINT "SnapshotPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Filing" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "originalDueOn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "noChange" BOOLEAN NOT NULL DEFAULT false,
    "progress" INTEGER NOT NULL,
    "value" DOUBLE PRECISION,
    "done" TEXT NOT NULL,
    "problems" TEXT NOT NULL,
    "reasonCode" TEXT,
    "reasonNote" TEXT NOT NULL DEFAULT '',
    "newDate" TEXT,
    "nextSteps" TEXT NOT NULL,
    "coordination" TEXT NOT NULL,
    "draftedById" INTEGER NOT NULL,
    "draftedAt" TIMESTAMP(3) NOT NULL,
    "writerIds" TEXT NOT NULL DEFAULT '[]',
    "signedOffById" INTEGER,
    "firstSentAt" TIMESTAMP(3),
    "sentAt" TIMESTAMP(3),
    "reviewedById" INTEGER,
    "reviewedAt" TIMESTAMP(3),
    "returnReason" TEXT,
    "clerkNote" TEXT NOT NULL DEFAULT '',
    "round" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FilingVersion" (
    "id" SERIAL NOT NULL,
    "filingId" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,
    "draftedById" INTEGER NOT NULL,
    "signedOffById" INTEGER NOT NULL,
    "reviewedById" INTEGER,
    "reviewedAt" TIMESTAMP(3),
    "verdict" TEXT,
    "checks" TEXT,
    "note" TEXT,

    CONSTRAINT "FilingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "filingId" INTEGER,
    "unitId" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageName" TEXT NOT NULL,
    "uploadedById" INTEGER NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "FormKey" (
    "key" TEXT NOT NULL,
    "accountId" INTEGER,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FormKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "NumberSeries" (
    "key" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "NumberSeries_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" SERIAL NOT NULL,
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
    "importedAt" TIMESTAMP(3) NOT NULL,
    "importedById" INTEGER NOT NULL,
    "replacesId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanNode" (
    "id" SERIAL NOT NULL,
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

    CONSTRAINT "PlanNode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sentence" (
    "id" SERIAL NOT NULL,
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

    CONSTRAINT "Sentence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" SERIAL NOT NULL,
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
    "decidedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "groupName" TEXT,
    "articleId" INTEGER,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanDraft" (
    "id" SERIAL NOT NULL,
    "digest" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT,
    "reading" TEXT NOT NULL,
    "replacesId" INTEGER,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PlanDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Slip" (
    "id" SERIAL NOT NULL,
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
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "issuedById" INTEGER NOT NULL,
    "issuerUnitId" INTEGER NOT NULL,
    "replyDueOn" TEXT NOT NULL,
    "reply" TEXT,
    "repliedAt" TIMESTAMP(3),
    "repliedById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Slip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sample" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "drawnAt" TIMESTAMP(3) NOT NULL,
    "drawnById" INTEGER NOT NULL,

    CONSTRAINT "Sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SampleItem" (
    "id" SERIAL NOT NULL,
    "sampleId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "SampleItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" SERIAL NOT NULL,
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
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "recordedById" INTEGER NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Problem" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "verificationId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL,
    "raisedById" INTEGER NOT NULL,
    "objection" TEXT,
    "objectedById" INTEGER,
    "ruling" TEXT,
    "ruledById" INTEGER,
    "rectification" TEXT,
    "rectifiedById" INTEGER,
    "rectifiedAt" TIMESTAMP(3),
    "recheck" TEXT,
    "recheckedById" INTEGER,
    "recheckedAt" TIMESTAMP(3),
    "closedById" INTEGER,
    "closedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Instruction" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "leaderId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "givenOn" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "registeredById" INTEGER NOT NULL,
    "registeredAt" TIMESTAMP(3) NOT NULL,
    "reply" TEXT,
    "repliedById" INTEGER,
    "repliedAt" TIMESTAMP(3),
    "remark" TEXT,
    "closedById" INTEGER,
    "closedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Instruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" SERIAL NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "supervisorId" INTEGER NOT NULL,
    "issuedAt" TIMESTAMP(3),
    "submittedAt" TIMESTAMP(3),
    "submittedById" INTEGER,
    "completion" TEXT,
    "returnReason" TEXT,
    "closedAt" TIMESTAMP(3),
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
    "turnSince" TIMESTAMP(3),
    "lastAct" TEXT,
    "lastActAt" TIMESTAMP(3),
    "searchText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskSource" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "sentenceId" INTEGER NOT NULL,
    "commitmentId" INTEGER,

    CONSTRAINT "TaskSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "signedAt" TIMESTAMP(3),
    "signedById" INTEGER,
    "objection" TEXT,
    "objectionReason" TEXT,
    "objectedAt" TIMESTAMP(3),
    "arbitration" TEXT,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "filedThrough" TEXT,
    "nextDueOn" TEXT,
    "secondDueOn" TEXT,
    "yellowFrom" TEXT,
    "redFrom" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "fromDeadline" TEXT NOT NULL,
    "toDeadline" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "progressNote" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "askedById" INTEGER NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),
    "decisionReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HolderSpan" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "unitId" INTEGER,
    "since" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3),

    CONSTRAINT "HolderSpan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" SERIAL NOT NULL,
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

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitAlias" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "UnitAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitDuty" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "UnitDuty_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SnapshotLine" ADD CONSTRAINT "SnapshotLine_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SnapshotPlan" ADD CONSTRAINT "SnapshotPlan_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilingVersion" ADD CONSTRAINT "FilingVersion_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanNode" ADD CONSTRAINT "PlanNode_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanNode" ADD CONSTRAINT "PlanNode_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "PlanNode"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sentence" ADD CONSTRAINT "Sentence_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sentence" ADD CONSTRAINT "Sentence_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "PlanNode"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "PlanNode"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_sentenceId_fkey" FOREIGN KEY ("sentenceId") REFERENCES "Sentence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slip" ADD CONSTRAINT "Slip_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slip" ADD CONSTRAINT "Slip_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleItem" ADD CONSTRAINT "SampleItem_sampleId_fkey" FOREIGN KEY ("sampleId") REFERENCES "Sample"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleItem" ADD CONSTRAINT "SampleItem_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_sampleId_fkey" FOREIGN KEY ("sampleId") REFERENCES "Sample"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instruction" ADD CONSTRAINT "Instruction_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instruction" ADD CONSTRAINT "Instruction_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "PlanNode"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_chapterId_fkey" FOREIGN KEY ("chapterId") REFERENCES "PlanNode"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_leadUnitId_fkey" FOREIGN KEY ("leadUnitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_turnUnitId_fkey" FOREIGN KEY ("turnUnitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskSource" ADD CONSTRAINT "TaskSource_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskSource" ADD CONSTRAINT "TaskSource_sentenceId_fkey" FOREIGN KEY ("sentenceId") REFERENCES "Sentence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskSource" ADD CONSTRAINT "TaskSource_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HolderSpan" ADD CONSTRAINT "HolderSpan_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitAlias" ADD CONSTRAINT "UnitAlias_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitDuty" ADD CONSTRAINT "UnitDuty_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
