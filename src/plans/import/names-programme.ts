import { splitClauses } from './split-clauses.ts';

const VERB = /实施|开展|启动|推进|打好/;
const END = /(?:工程|行动|计划|保卫战|攻坚战)(?=[、”和及与]|$)/g;
const SHORTEST = 2;
const LONGEST = 60;

/** 实施X工程, 开展X行动, 打好X攻坚战: the clause introduces something with a name. `verbs`: only these count. */
export function namesProgramme(clause: string, verbs: RegExp = VERB): boolean {
  const verb = verbs.exec(clause);
  if (!verb) return false;
  const name = clause.slice(verb.index + verb[0].length);
  return [...name.matchAll(END)].some((end) => end.index >= SHORTEST && end.index <= LONGEST);
}

export function someClauseNamesProgramme(text: string, verbs?: RegExp): boolean {
  return splitClauses(text).some((clause) => namesProgramme(clause.text, verbs));
}
