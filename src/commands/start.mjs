// npm start: installs what is missing, generates the clients, serves. With --watch it starts again when a file changes.
import path from 'node:path';
import { command } from './ensure.mjs';
import { inModules, root } from './places.mjs';
import { runNode } from './run.mjs';

const server = path.join(root, 'src/server.ts');
const watched = ['views/**', 'src/text/**', '.env'].flatMap((files) => ['--include', files]);

await command({ development: false }, () => (process.argv.includes('--watch')
  ? runNode([inModules('tsx/dist/cli.mjs'), 'watch', ...watched, server])
  : runNode([path.join(import.meta.dirname, 'serve.cjs')])));
