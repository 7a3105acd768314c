// The server, loaded as CommonJS: tsx needs a thread of its own for ES modules, which doubles the time that a start takes.
require('tsx/cjs');
require('../server.ts');
