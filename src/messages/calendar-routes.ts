import { Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { wordsIn } from '../kernel/text.ts';
import { anyone } from '../web/gates.ts';
import { calendarOf } from './calendar-words.ts';
import { openFeed } from './calendar-queries.ts';

/** Unknown tokens from one address in fifteen minutes; programmes that have a right one are not counted. */
const LIMIT = { points: 60, duration: 15 * 60 } as const;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The calendar that programmes subscribe to: who has the address may read it, as nobody signs in there. */
export function calendarRoutes(context: Context): Router {
  const router = Router();
  const misses = new RateLimiterMemory(LIMIT);

  router.get('/calendar/:token.ics', anyone, async (req, res) => {
    const address = req.ip ?? '';
    const before = await misses.get(address);
    if (before !== null && before.consumedPoints >= LIMIT.points) {
      res.setHeader('Retry-After', Math.ceil(before.msBeforeNext / 1000));
      res.status(429).end();
      return;
    }
    const token = String(req.params['token']);
    try {
      if (!TOKEN.test(token)) throw new NotFound('calendar');
      const feed = await openFeed(context, token);
      res.setHeader('Content-Type', 'text/calendar; charset=utf-8');
      res.setHeader('Content-Disposition', 'inline; filename="luoshi.ics"');
      res.send(calendarOf(wordsIn(feed.locale), feed, context.config.publicUrl, context.clock.now()));
    } catch (error) {
      if (error instanceof NotFound) await misses.penalty(address);
      throw error;
    }
  });

  return router;
}
