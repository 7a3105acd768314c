// Runs in a child process: a picture or PDF on standard input, drawn anew as PNG, as JSON on standard output. What reaches a browser is
// this drawing and never the stranger's bytes. Plain JavaScript, because a type-stripping loader takes memory that the drawing needs.
import { createRequire } from 'node:module';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

const WIDEST = 1200;
const MOST_PIXELS = 50_000_000;

const [, , kind, pageText] = process.argv;

const scaleFor = (width) => Math.min(1, WIDEST / width);

async function drawPicture(bytes, { createCanvas, loadImage }) {
  const image = await loadImage(bytes);
  if (image.width * image.height > MOST_PIXELS) return { problem: 'too_large' };
  const scale = scaleFor(image.width);
  const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return { png: canvas.toBuffer('image/png').toString('base64'), pages: 1 };
}

async function drawPage(bytes, { createCanvas }) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const document = await getDocument({
    data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, verbosity: 0,
    cMapUrl: `${home}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${home}/standard_fonts/`,
  }).promise;
  const number = Number(pageText);
  if (number > document.numPages) return { problem: 'no_page' };
  const page = await document.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(WIDEST / plain.width, Math.sqrt(4_000_000 / (plain.width * plain.height))) });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
  return { png: canvas.toBuffer('image/png').toString('base64'), pages: document.numPages };
}

async function answer() {
  try {
    const canvas = await import('@napi-rs/canvas');
    const bytes = await buffer(process.stdin);
    return kind === 'pdf' ? await drawPage(bytes, canvas) : await drawPicture(bytes, canvas);
  } catch (error) {
    return { problem: error?.name === 'PasswordException' ? 'encrypted' : 'unreadable' };
  }
}

process.stdout.write(JSON.stringify(await answer()), () => { process.exit(0); });
