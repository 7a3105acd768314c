import fs from 'node:fs';
import path from 'node:path';
import { root } from '../config.ts';
import { livesDocument } from './lives.ts';

// npm run lives: writes docs/lives.md anew.
fs.writeFileSync(path.join(root, 'docs/lives.md'), livesDocument());
