import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { inModules } from './places.mjs';

// better-sqlite3 13 comes ready made but needs Node 22; version 12 runs on Node 20, is compiled here, and ends the whole process on
// Node 24 when its statements are collected. package.json names 13, and 12 beside it, which on Node 20 takes its place.
const runsNewDriver = (node) => Number(node.split('.')[0]) >= 22;

const versionIn = (folder) => {
  const file = path.join(folder, 'package.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).version : undefined;
};

/** Whether the driver stands in its place, fits this Node, and opens a database. @param modules the folder node_modules */
export function driverLoads(modules = inModules()) {
  try {
    const isOld = versionIn(path.join(modules, 'better-sqlite3')).startsWith('12.');
    if (isOld === runsNewDriver(process.versions.node)) return false; // not tried: the wrong one ends the process
    const Database = createRequire(path.join(modules, 'any.js'))('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts version 12 in the place of 13 where this Node is too old for that; to be called after every npm ci.
 * @param node the version of Node
 * @param modules the folder node_modules
 */
export function placeDriver(node = process.versions.node, modules = inModules()) {
  if (runsNewDriver(node)) return;
  const [place, old] = ['better-sqlite3', 'better-sqlite3-12'].map((name) => path.join(modules, name));
  if (versionIn(old) === undefined || versionIn(place) === versionIn(old)) return;
  fs.rmSync(place, { recursive: true, force: true });
  fs.mkdirSync(place);
  for (const part of ['lib', 'build/Release/better_sqlite3.node', 'LICENSE', 'package.json']) fs.cpSync(path.join(old, part), path.join(place, part), { recursive: true });
}
