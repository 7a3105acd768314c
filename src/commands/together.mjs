// Jest loads the program anew for every file of tests, which often takes longer than the tests in it. When all tests are run, the files of a folder
// are run a few together: each group is a file that imports them. No file of tests has hooks outside a `describe`, so they do not meet each other.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';

const tests = path.join(root, 'test');
const folder = path.join(tests, 'together');
/** More would keep a worker's memory too long, and one worker busy after the other has ended. */
const MOST = 6;
/** They start processes, break connections, measure, or look at what is there when the program has just been loaded. */
const ALONE = ['commands/', 'house/', 'kernel/', 'model/', 'support/', 'plans/import/adversarial', 'plans/import/expressions', 'plans/import/hostile-files'];

const isAlone = (file) => ALONE.some((begin) => file.startsWith(begin));

/** @param files of one folder @returns them in rows of about the same length */
function groupsOf(files) {
  const count = Math.ceil(files.length / MOST);
  return Array.from({ length: count }, (_, i) => files.slice(Math.floor((i * files.length) / count), Math.floor(((i + 1) * files.length) / count)));
}

/** @returns every file of tests, alone or as a member of a group's file; `clear` removes the groups' files */
export function gatherTests() {
  clear();
  fs.mkdirSync(folder);
  const all = fs.readdirSync(tests, { recursive: true }).filter((file) => file.endsWith('.test.ts')).map((file) => file.split(path.sep).join('/')).sort();
  const gathered = all.filter((file) => !isAlone(file));
  const names = [...new Set(gathered.map((file) => file.split('/')[0]))];
  const files = names.flatMap((name) => groupsOf(gathered.filter((file) => file.startsWith(`${name}/`))).map((group, i) => {
    const file = path.join(folder, `${name}-${i + 1}.test.ts`);
    fs.writeFileSync(file, group.map((one) => `import '../${one}';\n`).join(''));
    return file;
  })).concat(all.filter(isAlone).map((file) => path.join(tests, file)));
  return { files, clear };
}

const clear = () => { fs.rmSync(folder, { recursive: true, force: true }); };
