import path from 'node:path';
import { areClientsCurrent } from '../../prisma/clients-stamp.mjs';
import { root } from './places.mjs';
import { runNode } from './run.mjs';

export { areClientsCurrent };

export async function generateClients() {
  console.log('Generating the database clients.');
  const code = await runNode([path.join(root, 'prisma/generate.mjs'), 'clients']);
  if (code !== 0) throw new Error(`Generating the database clients ended with ${code}.`);
}
