import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, wherever the command was called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const inModules = (...parts) => path.join(root, 'node_modules', ...parts);
