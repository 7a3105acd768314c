import { readConfig } from '../config.ts';
import { openContext } from '../kernel/open-context.ts';
import { appendAnchor, anchorsFile } from '../audit/audit-anchors.ts';
import { verifyChain } from '../audit/verify-chain.ts';

// npm run audit:verify — reads the whole audit log, compares it with the key and the anchors; exit code 1 where it was tampered with.
const context = await openContext(readConfig());
const { count, anchors, head, fault } = await verifyChain(context);
if (fault === null) {
  await appendAnchor(context);
  process.stdout.write(`审计日志完整 the audit log is whole: ${count} 条 events, ${anchors} 个锚点 anchors\n`);
  if (head !== null) process.stdout.write(`最新 head: ${head.seq} ${head.hash}\n锚点 anchors: ${anchorsFile(context.config)}\n`);
} else {
  process.stderr.write(`审计日志自第 ${fault.seq} 条起不可信（${fault.kind}）。 The audit log cannot be trusted from event ${fault.seq} on (${fault.kind}).\n`);
  process.exitCode = 1;
}
await context.db.$disconnect();
