import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { answerWithPage, show } from '../web/answer.ts';
import { sendSheet } from '../web/download.ts';
import { may } from '../web/gates.ts';
import { PAGE_SIZE, pageNumber } from '../web/paging.ts';
import { actorOf, viewerOf } from '../web/viewer-of-request.ts';
import { appendAnchor } from './audit-anchors.ts';
import { auditFilter } from './audit-filter.ts';
import { auditPage, auditSheet, verificationPage } from './audit-pages.ts';
import { listEvents, type LoggedEvent } from './audit-queries.ts';
import { recordEvent } from './record-event.ts';
import { verifyChain, type Verification } from './verify-chain.ts';

/** The most rows that one export holds; a longer log is exported by periods. */
export const AUDIT_EXPORT_LIMIT = 50_000;

/** The auditor's pages. */
export function auditRoutes(context: Context): Router {
  const router = Router();
  const verify = once(() => verifyChain(context));

  router.get('/audit', may('auditor'), async (req, res) => {
    const filter = auditFilter(req.query);
    const page = pageNumber(req.query);
    const found = await listEvents(context, filter, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
    show(res, auditPage(viewerOf(req, context), filter, found, page, req.originalUrl));
  });

  router.get('/audit/events.csv', may('auditor'), async (req, res) => {
    await sendSheet(res, auditSheet(viewerOf(req, context), await exported(context, req)), 'csv', 'audit');
  });

  router.post('/audit/verification', may('auditor'), async (req, res) => {
    await answerWithPage(req, res, async () => {
      const result = await verify();
      if (result.fault === null) await appendAnchor(context);
      return verificationPage(viewerOf(req, context), result);
    }, () => Promise.reject(new Error('a verification cannot be refused')));
  });

  return router;
}

/** That somebody took the log away stands in the log itself. */
async function exported(context: Context, req: Request): Promise<LoggedEvent[]> {
  const filter = auditFilter(req.query);
  const { events } = await listEvents(context, filter, { skip: 0, take: AUDIT_EXPORT_LIMIT });
  await transaction(context, (tx) => recordEvent(tx, context, actorOf(req), { event: 'export.made', subject: 'export:audit', data: { count: events.length, ...filter } }));
  return events;
}

/** While one reading of the whole log runs, whoever else asks waits for its result. */
function once(verify: () => Promise<Verification>): () => Promise<Verification> {
  let running: Promise<Verification> | null = null;
  return () => {
    running ??= verify().finally(() => { running = null; });
    return running;
  };
}
