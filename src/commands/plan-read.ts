import { readFileSync } from 'node:fs';
import { loadReference } from '../plans/import/load-reference.ts';
import { readPlan } from '../plans/import/read-plan.ts';
console.log(JSON.stringify(readPlan(readFileSync(process.argv[2] ?? '', 'utf8').replace(/^\ufeff/, ''), loadReference()), null, 1));
