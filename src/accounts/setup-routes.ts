import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { answer, show } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { anyone } from '../web/gates.ts';
import { wordsOf } from '../web/viewer-of-request.ts';
import { setupForm } from './account-forms.ts';
import { completeSetup } from './complete-setup.ts';
import { setupPage } from './setup-pages.ts';
import { needsSetup } from './setup-token.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The first administrator is made on the machine itself: not through the network, nor through a proxy. */
const isLocal = (req: Request): boolean => LOOPBACK.has(req.socket.remoteAddress ?? '') && req.get('x-forwarded-for') === undefined;

/** Opens only while there is no account. */
export function setupRoutes(context: Context): Router {
  const router = Router();
  const requireOpen = async (req: Request): Promise<void> => {
    if (!isLocal(req) || !(await needsSetup(context))) throw new NotFound('setup');
  };

  router.get('/setup', anyone, async (req, res) => {
    await requireOpen(req);
    show(res, setupPage(wordsOf(req).t, context.config, null));
  });

  router.post('/setup', anyone, async (req, res) => {
    await requireOpen(req);
    await answer(req, res, async () => {
      await completeSetup(context, parseForm(setupForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('accounts.setup.done'));
      return '/sign-in';
    }, async (rejected) => setupPage(wordsOf(req).t, context.config, rejected));
  });

  return router;
}
