import type { PlanReading, Responsibility } from '../plan-reading.ts';
import { balanced, share, withoutSpaces, type Figure } from './figures.ts';

/** A duty as the document states it, read by hand. */
export interface WantedDuty {
  raw: string;
  lead_units: string[];
  other_units: string[];
  joint: boolean;
  deadline: string[];
}

/** The stated duties of one document, matched in order by their wording. */
export function scoreDuties(name: string, reading: PlanReading, wanted: readonly WantedDuty[]): Figure[] {
  const found = matchInOrder(reading.responsibilities, wanted);
  let [hits, said, named, dates, datesHit, leads] = [0, 0, 0, 0, 0, 0];
  wanted.forEach((one, i) => {
    const units = new Set([...one.lead_units, ...one.other_units]);
    const mine = found[i];
    named += units.size;
    dates += one.deadline.length;
    if (!mine) return;
    const own = new Set([...mine.lead, ...mine.others]);
    leads += sameLead(mine, one) ? 1 : 0;
    said += own.size;
    hits += [...own].filter((unit) => units.has(unit)).length;
    datesHit += one.deadline.filter((day) => mine.deadline.some((other) => withoutSpaces(other) === withoutSpaces(day))).length;
  });
  return [
    share(`duties found: ${name}`, found.filter((one) => one !== undefined).length, wanted.length),
    share(`lead exact: ${name}`, leads, wanted.length),
    balanced(`units: ${name}`, hits, said, named),
    share(`duty deadlines: ${name}`, datesHit, dates),
  ];
}

function matchInOrder(found: readonly Responsibility[], wanted: readonly WantedDuty[]): (Responsibility | undefined)[] {
  let from = 0;
  return wanted.map((one) => {
    const at = found.findIndex((other, i) => i >= from && withoutSpaces(other.raw) === withoutSpaces(one.raw));
    if (at >= 0) from = at + 1;
    return found[at];
  });
}

function sameLead(mine: Responsibility, wanted: WantedDuty): boolean {
  return mine.joint === wanted.joint && mine.lead.length === wanted.lead_units.length && wanted.lead_units.every((unit) => mine.lead.includes(unit));
}
