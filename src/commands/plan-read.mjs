// npm run plan:read: plan-read.ts loaded as CommonJS, which starts in half the time that tsx takes for modules.
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
load('tsx/cjs');
load('./plan-read.ts');
