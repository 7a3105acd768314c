// npm run plan:read: plan-read.ts loaded as CommonJS, which starts in half the time that tsx takes for modules.
require('tsx/cjs');
require('./plan-read.ts');
