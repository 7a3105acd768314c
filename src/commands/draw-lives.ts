import fs from 'node:fs';
import path from 'node:path';
import { root } from '../config.ts';
import { LOCALES } from '../kernel/text.ts';
import { LIVES_FILES, livesDocument } from './lives.ts';

// npm run lives: writes the manual's diagrams anew, in both languages.
for (const locale of LOCALES) fs.writeFileSync(path.join(root, LIVES_FILES[locale]), livesDocument(locale));
