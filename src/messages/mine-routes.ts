import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { answer, answerWithPage, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may, signedIn, type Gate } from '../web/gates.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { askContact } from './ask-contact.ts';
import { makeFeed, revokeFeed } from './calendar-feed.ts';
import { feedOf } from './calendar-queries.ts';
import { checkContact } from './check-contact.ts';
import { codeForm, emailForm, emptyForm } from './message-forms.ts';
import { WITH_DUE_DAYS } from './message-policy.ts';
import { calendarAddressPage, minePage } from './mine-pages.ts';
import { removeContact } from './remove-contact.ts';

type Act = (req: Request) => Promise<unknown>;

/** A person's own e-mail address and calendar. */
export function mineRoutes(context: Context): Router {
  const router = Router();
  const page = (req: Request, rejected: Rejected | null): Promise<Page> => myPage(context, req, rejected);

  router.get('/me/messages', signedIn, async (req, res) => { show(res, await page(req, null)); });

  const change = (path: string, done: string, act: Act, gate: Gate = signedIn): void => {
    router.post(path, gate, async (req, res) => {
      await answer(req, res, async () => {
        await act(req);
        setFlash(req, 'success', wordsOf(req).t(done));
        return '/me/messages';
      }, (rejected) => page(req, rejected));
    });
  };
  change('/me/email', 'messages.done.asked', (req) => askContact(context, actorOf(req), parseForm(emailForm, req.body)));
  change('/me/email/check', 'messages.done.checked', (req) => checkContact(context, actorOf(req), parseForm(codeForm, req.body)));
  change('/me/email/removal', 'messages.done.removed', async (req) => {
    parseForm(emptyForm, req.body);
    await removeContact(context, actorOf(req));
  });
  change('/me/calendar/revocation', 'messages.done.revoked', async (req) => {
    parseForm(emptyForm, req.body);
    await revokeFeed(context, actorOf(req));
  }, may(...WITH_DUE_DAYS));

  router.post('/me/calendar', may(...WITH_DUE_DAYS), async (req, res) => {
    await answerWithPage(req, res, async () => {
      parseForm(emptyForm, req.body);
      const token = await makeFeed(context, actorOf(req));
      const origin = context.config.publicUrl ?? `${req.protocol}://${req.get('host') ?? ''}`;
      return calendarAddressPage(viewerOf(req, context), `${origin}/calendar/${token}.ics`);
    }, (rejected) => page(req, rejected));
  });

  return router;
}

async function myPage(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const contact = await context.db.mailContact.findUnique({ where: { accountId: viewer.actor.accountId }, select: { email: true, verifiedAt: true } });
  return minePage(viewer, { contact, hasMail: context.config.mail !== null, feed: await feedOf(context, viewer.actor) }, rejected);
}
