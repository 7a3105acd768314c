// Runs in the child process: a PDF on standard input, the pieces of its text layer as JSON on standard output.
// Plain JavaScript, because a type-stripping loader triples the memory that this library takes.
import { createRequire } from 'node:module';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MOST_PAGES = 600;
const MOST_ITEMS = 400_000;

async function readItems(bytes) {
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0,
    cMapUrl: `${home}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${home}/standard_fonts/`,
  });
  const document = await task.promise;
  if (document.numPages > MOST_PAGES) return { problem: 'bomb', values: { reason: 'pages' } };
  const pages = [];
  let count = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    count += items.length;
    if (count > MOST_ITEMS) return { problem: 'bomb', values: { reason: 'items' } };
    pages.push(items.filter((item) => item.str).map((item) => [item.transform[4], item.transform[5], item.str]));
    page.cleanup();
  }
  return { pages };
}

async function answer() {
  try {
    return await readItems(await buffer(process.stdin));
  } catch (error) {
    return { problem: error?.name === 'PasswordException' ? 'encrypted' : 'unreadable' };
  }
}

process.stdout.write(JSON.stringify(await answer()), () => { process.exit(0); });
