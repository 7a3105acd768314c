import { Router, type Request } from 'express';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addDays } from '../kernel/days.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { activeChannels } from './channel-queries.ts';
import { DEAD_DAYS, deadDeliveries } from './delivery-queries.ts';
import { endChannel } from './end-channel.ts';
import { channelForm, emptyForm, setAsideForm, settingsForm, versionForm } from './message-forms.ts';
import { KEEPERS } from './message-policy.ts';
import { retryDelivery } from './retry-delivery.ts';
import { saveSettings } from './save-settings.ts';
import { setAsideDeliveries } from './set-aside-deliveries.ts';
import { setChannel } from './set-channel.ts';
import { settingsPage } from './settings-pages.ts';
import { messageSettings } from './settings-queries.ts';

const PAGE = '/messages/settings';
/** When and where reminders go: the supervisors' and the administrator's. */
export function messageSettingsRoutes(context: Context): Router {
  const router = Router();
  const page = (req: Request, rejected: Rejected | null): Promise<Page> => keepingPage(context, req, rejected);

  router.get(PAGE, may(...KEEPERS), async (req, res) => { show(res, await page(req, null)); });

  const change = (path: string, done: string, act: (req: Request) => Promise<void>): void => {
    router.post(path, may(...KEEPERS), async (req, res) => {
      await answer(req, res, async () => {
        await act(req);
        setFlash(req, 'success', wordsOf(req).t(done));
        return PAGE;
      }, (rejected) => page(req, rejected));
    });
  };
  change(PAGE, 'messages.done.settings', (req) => saveSettings(context, actorOf(req), parseForm(settingsForm, req.body)));
  change('/messages/channels', 'messages.done.channel', (req) => setChannel(context, actorOf(req), parseForm(channelForm, req.body)));
  change('/messages/channels/:id/ending', 'messages.done.channel_ended', (req) => endChannel(context, actorOf(req), idInAddress(req), parseForm(versionForm, req.body)));
  change('/messages/deliveries/:id/retry', 'messages.done.retried', async (req) => {
    parseForm(emptyForm, req.body);
    await retryDelivery(context, actorOf(req), idInAddress(req));
  });
  change('/messages/deliveries/setting-aside', 'messages.done.set_aside', async (req) => { await setAsideDeliveries(context, actorOf(req), parseForm(setAsideForm, req.body)); });

  return router;
}

async function keepingPage(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const { config, clock } = context;
  const [settings, channels, dead, units] = await Promise.all([messageSettings(context), activeChannels(context), deadDeliveries(context, addDays(today(clock), -DEAD_DAYS)), unitChoices(context)]);
  return settingsPage(viewerOf(req, context), { settings, channels, dead, units, isRunning: config.messages, hasMail: config.mail !== null }, rejected);
}
