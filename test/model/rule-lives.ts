import { adoptRuleSet } from '../../src/circulars/adopt-rule-set.ts';
import { CIRCULAR_LIFE } from '../../src/circulars/circular-lifecycle.ts';
import { DEFAULT_POINTS } from '../../src/circulars/criteria.ts';
import { draftRuleSet } from '../../src/circulars/draft-rule-set.ts';
import { drawUpCircular } from '../../src/circulars/draw-up-circular.ts';
import { ENTRY_OBJECTION_LIFE, type EntryRuling } from '../../src/circulars/entry-objection-lifecycle.ts';
import { objectToEntry, publishCircular, ruleOnEntry } from '../../src/circulars/move-circular.ts';
import { RULE_SET_LIFE } from '../../src/circulars/rule-set-lifecycle.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { addMonths } from '../../src/kernel/days.ts';
import { Conflict, NotFound } from '../../src/kernel/errors.ts';
import { LIGHT_RULES } from '../../src/lights/light-rules.ts';
import { adoptParameters } from '../../src/parameters/adopt-parameters.ts';
import { declineParameters } from '../../src/parameters/decline-parameters.ts';
import { PARAMETER_LIFE } from '../../src/parameters/parameter-set-lifecycle.ts';
import { proposeParameters } from '../../src/parameters/propose-parameters.ts';
import { byRole, type Life, type Thing } from './lives.ts';
import type { World } from './world.ts';

interface Versioned extends Thing { version: number }

const NONE = 'none';

/** What is not there yet: somebody may make it. */
const nothing = (...roles: string[]): Versioned => ({ id: 0, statuses: [NONE], version: 0, relations: (actor) => byRole(actor, ...roles) });

type Making = (world: World, actor: Actor) => Promise<unknown>;

/** One verb makes a new one, in the place of the one that stands where one does: with nothing in hand it is the first act, with such a one the other. */
const making = (make: Making, at: string) => (world: World, actor: Actor, { statuses }: Thing): Promise<unknown> => (statuses.includes(at) ? make(world, actor) : Promise.reject(new Conflict()));

const propose = ({ context, chance }: World, actor: Actor): Promise<number> =>
  proposeParameters(context, actor, 'lights', { values: { ...LIGHT_RULES, pointsYellow: chance.between(5, 14), pointsRed: chance.between(15, 50), daysLeftYellow: chance.between(3, 30) }, reason: '按季调整' });

export const parameterLife: Life<Versioned> = {
  name: 'parameters',
  table: PARAMETER_LIFE,
  things: async ({ context }) => [nothing('supervisor', 'leader'), ...(await context.db.parameterSet.findMany({ orderBy: { id: 'desc' }, take: 3 })).map((row) => ({ id: row.id, statuses: [row.status], version: row.version, relations: (actor: Actor) => byRole(actor, 'supervisor', 'leader') }))],
  statusesOf: async ({ context }, id) => [(await context.db.parameterSet.findUniqueOrThrow({ where: { id } })).status],
  acts: {
    propose: making(propose, NONE),
    replace: making(propose, 'proposed'),
    adopt: ({ context }, actor, { id, version }) => adoptParameters(context, actor, 'lights', id, { version }),
    decline: ({ context }, actor, { id, version }) => declineParameters(context, actor, 'lights', id, { version, remark: '暂不调整' }),
  },
};

const draft = ({ context }: World, actor: Actor): Promise<number> => draftRuleSet(context, actor, { points: DEFAULT_POINTS, custom: '', reason: '年度规则' });

export const ruleSetLife: Life<Versioned> = {
  name: 'rule set',
  table: RULE_SET_LIFE,
  things: async ({ context }) => [nothing('supervisor', 'leader'), ...(await context.db.ruleSet.findMany({ orderBy: { id: 'desc' }, take: 2 })).map((row) => ({ id: row.id, statuses: [row.status], version: row.version, relations: (actor: Actor) => byRole(actor, 'supervisor', 'leader') }))],
  statusesOf: async ({ context }, id) => [(await context.db.ruleSet.findUniqueOrThrow({ where: { id } })).status],
  acts: { draft: making(draft, NONE), replace: making(draft, 'draft'), adopt: ({ context }, actor, { id, version }) => adoptRuleSet(context, actor, id, { version }) },
};

export const circularLife: Life<Versioned> = {
  name: 'circular',
  table: CIRCULAR_LIFE,
  things: async ({ context }) => [nothing('supervisor', 'leader'), ...(await context.db.circular.findMany({ orderBy: { id: 'desc' }, take: 2 })).map((row) => ({ id: row.id, statuses: [row.status], version: row.version, relations: (actor: Actor) => byRole(actor, 'supervisor', 'leader') }))],
  statusesOf: async ({ context }, id) => [(await context.db.circular.findUniqueOrThrow({ where: { id } })).status],
  acts: {
    draw_up: making(({ context, day }, actor) => drawUpCircular(context, actor, addMonths(`${day().slice(0, 7)}-01`, -1).slice(0, 7)), NONE),
    publish: ({ context }, actor, { id, version }) => publishCircular(context, actor, id, { version }),
  },
};

interface EntryThing extends Versioned { circularId: number; unitId: number; objectionId: number }

const rule = (decision: EntryRuling) => ({ context }: World, actor: Actor, e: EntryThing): Promise<unknown> => ruleOnEntry(context, actor, e.circularId, { objectionId: e.objectionId, decision, ruling: '核对填报记录', version: e.version });

export const entryLife: Life<EntryThing> = {
  name: 'entry of a circular',
  table: ENTRY_OBJECTION_LIFE,
  things: async ({ context }) => {
    const entries = await context.db.circularEntry.findMany({ orderBy: { id: 'desc' }, take: 6, include: { circular: { include: { objections: true } } } });
    return entries.map(({ id, circularId, unitId, circular }) => {
      const objection = circular.objections.find((o) => o.unitId === unitId);
      return {
        id, circularId, unitId, objectionId: objection?.id ?? 0, version: objection?.version ?? 0, statuses: [objection?.status ?? 'none'],
        relations: (actor: Actor) => [...byRole(actor, 'supervisor'), ...(actor.role === 'head' && actor.unitId === unitId ? ['entry_head'] : [])],
      };
    });
  },
  statusesOf: async ({ context }, id) => {
    const { circularId, unitId } = await context.db.circularEntry.findUniqueOrThrow({ where: { id } });
    return [(await context.db.circularObjection.findFirst({ where: { circularId, unitId } }))?.status ?? 'none'];
  },
  acts: {
    // Whoever objects does so to their own unit's entry: at no address does anybody object for another.
    object: ({ context }, actor, e) => (actor.unitId === e.unitId ? objectToEntry(context, actor, e.circularId, '填报已按时') : Promise.reject(new NotFound())),
    uphold: rule('uphold'),
    dismiss: rule('dismiss'),
  },
};
