import path from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { root } from './config.ts';
import type { Context } from './kernel/context.ts';
import { countPosts } from './accounts/account-queries.ts';
import { accountRoutes } from './accounts/account-routes.ts';
import { myAccountRoutes } from './accounts/my-account-routes.ts';
import { buildPassport } from './accounts/passport.ts';
import { setupRoutes } from './accounts/setup-routes.ts';
import { signInAgain, signInRoutes } from './accounts/sign-in-routes.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { refusalRecorder } from './audit/record-refusal.ts';
import { circularRoutes } from './circulars/circular-routes.ts';
import { coverageRoutes } from './coverage/coverage-routes.ts';
import { decisionRoutes } from './coverage/decision-routes.ts';
import { decompositionRoutes } from './coverage/desk-routes.ts';
import { programmeRoutes } from './coverage/programme-routes.ts';
import { suspectRoutes } from './coverage/suspect-routes.ts';
import { versionRoutes } from './coverage/version-routes.ts';
import { countWaiting } from './dashboards/count-waiting.ts';
import { dashboardRoutes } from './dashboards/dashboard-routes.ts';
import { firstPageRoutes } from './dashboards/desk-routes.ts';
import { turnToParameters } from './dashboards/turn-to-parameters.ts';
import { coordinationRoutes } from './filings/coordination-routes.ts';
import { documentRoutes } from './documents/document-routes.ts';
import { evidenceRoutes } from './filings/evidence-routes.ts';
import { filingRoutes } from './filings/filing-routes.ts';
import { calendarRoutes } from './messages/calendar-routes.ts';
import { countUnread } from './messages/inbox-queries.ts';
import { messageRoutes } from './messages/message-routes.ts';
import { mineRoutes } from './messages/mine-routes.ts';
import { messageSettingsRoutes } from './messages/settings-routes.ts';
import { navigation } from './navigation.ts';
import { parameterRoutes } from './parameters/parameter-routes.ts';
import { currentPlan } from './plans/current-plan.ts';
import { correctionRoutes } from './plans/correction-routes.ts';
import { draftRoutes } from './plans/draft-routes.ts';
import { importRoutes } from './plans/import-routes.ts';
import { successionRoutes } from './succession/succession-routes.ts';
import { burdenRoutes } from './supervision/burden-routes.ts';
import { escalationRoutes } from './supervision/escalation-routes.ts';
import { holderRoutes } from './supervision/holder-routes.ts';
import { instructionRoutes } from './supervision/instruction-routes.ts';
import { pressRoutes } from './supervision/press-routes.ts';
import { problemRoutes } from './supervision/problem-routes.ts';
import { sampleRoutes } from './supervision/sample-routes.ts';
import { slipRoutes } from './supervision/slip-routes.ts';
import { supervisionRoutes } from './supervision/supervision-routes.ts';
import { verificationRoutes } from './supervision/verification-routes.ts';
import { districtRoutes } from './tasks/district-routes.ts';
import { endingRoutes } from './tasks/ending-routes.ts';
import { branchRoutes } from './tasks/branch-routes.ts';
import { ledgerRoutes } from './tasks/ledger-routes.ts';
import { recordLateTry } from './filings/record-late-try.ts';
import { milestoneRoutes } from './tasks/milestone-routes.ts';
import { taskDraftRoutes } from './tasks/task-draft-routes.ts';
import { taskRoutes } from './tasks/task-routes.ts';
import { unitRoutes } from './units/unit-routes.ts';
import { beforeEachRequest } from './web/before-each-request.ts';
import { noteConflicts, noteThrownConflicts } from './web/conflicts.ts';
import { csrfGuard, sameOrigin } from './web/csrf.ts';
import { errorPage, lastResort, notFound } from './web/error-pages.ts';
import { requestLog } from './web/request-log.ts';
import { noteRefusals } from './web/refusals.ts';
import { noteFormKey, openScope, refuseUnchecked } from './web/request-net.ts';
import { noStore, securityHeaders } from './web/security-headers.ts';
import { sessions } from './web/sessions.ts';
import { shellOnPages } from './web/shell-on-pages.ts';
import { serveStaticFiles } from './web/static-files.ts';
import { cleanBody, readQuery } from './web/typed-text.ts';
import { useViews } from './web/views.ts';

const BODY_LIMIT = '1mb';
const PARAMETER_LIMIT = 2000;

/** The application as a table of contents: middleware in order, one line per domain, 404, error page. */
export function buildApp(context: Context): Express {
  const { config, log, wallClock } = context;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', readQuery);
  app.set('etag', false); // no page is stored (Cache-Control: no-store), so nobody could ask whether it is still the same
  app.set('trust proxy', config.trustProxy.length > 0 ? config.trustProxy : false);
  useViews(app, path.join(root, 'views'), config.environment !== 'development');

  app.use(openScope, requestLog(log, wallClock), securityHeaders(config.secureCookies));
  serveStaticFiles(app, root);
  app.use(noStore, refuseUnchecked);
  app.use(beforeEachRequest(() => turnToParameters(context)));
  app.use(sessions(context));
  const passport = buildPassport(context);
  app.use(passport.initialize(), passport.session() as RequestHandler);
  app.use(shellOnPages(context, {
    nav: navigation,
    countWaiting,
    countPosts,
    countUnread,
    currentPlan,
  }));
  app.use(express.urlencoded({ extended: false, limit: BODY_LIMIT, parameterLimit: PARAMETER_LIMIT }), cleanBody);
  app.use(sameOrigin, csrfGuard, noteFormKey, noteConflicts((req) => recordLateTry(context, req.user ?? null, req.path)));

  app.use(signInRoutes(context, passport), setupRoutes(context), myAccountRoutes(context), accountRoutes(context));
  app.use(unitRoutes(context), successionRoutes(context), auditRoutes(context));
  app.use(importRoutes(context), draftRoutes(context), correctionRoutes(context), coverageRoutes(context), decompositionRoutes(context), decisionRoutes(context), versionRoutes(context), suspectRoutes(context), programmeRoutes(context));
  app.use(firstPageRoutes(context), dashboardRoutes(context));
  app.use(ledgerRoutes(context));
  app.use(taskDraftRoutes(context));
  app.use(branchRoutes(context));
  app.use(taskRoutes(context), endingRoutes(context), milestoneRoutes(context), districtRoutes(context), documentRoutes(context));
  app.use(filingRoutes(context), evidenceRoutes(context), coordinationRoutes(context));
  app.use(supervisionRoutes(context), pressRoutes(context), slipRoutes(context), verificationRoutes(context), problemRoutes(context));
  app.use(messageRoutes(context), mineRoutes(context), messageSettingsRoutes(context), calendarRoutes(context));
  app.use(sampleRoutes(context), instructionRoutes(context), burdenRoutes(context), holderRoutes(context), escalationRoutes(context), circularRoutes(context), parameterRoutes(context));

  const recordRefusal = refusalRecorder(context);
  app.use(notFound);
  app.use(noteRefusals((req, refusal) => recordRefusal(req.user ?? null, refusal)), noteThrownConflicts, signInAgain(context));
  app.use(errorPage, lastResort);
  return app;
}
