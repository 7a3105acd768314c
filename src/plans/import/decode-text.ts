export type Decoded = { text: string; encoding: string } | { problem: 'binary' | 'encoding' | 'empty' };

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;
const SAMPLE = 4096;
/** 一 is U+4E00: now and then a zero stands on the other side. */
const MOSTLY = 2;

/** Reads UTF-8, UTF-16 and GB18030, with a byte-order mark or without. The mark is not part of the text. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = MARKS.find(({ bytes: mark }) => mark.every((byte, i) => bytes[i] === byte));
  const candidates = marked ? [marked.encoding] : [zeroPattern(bytes) ?? 'utf-8', 'gb18030'];
  for (const encoding of candidates) {
    const text = decodeAs(bytes, encoding);
    if (text === null) continue;
    if (looksBinary(text)) return { problem: 'binary' };
    return { text, encoding };
  }
  return { problem: bytes.includes(0) ? 'binary' : 'encoding' };
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // not this encoding: the only thing that a fatal decoder throws for
  }
}

/** UTF-16 without a mark: line breaks and digits leave zeros on one side only. */
function zeroPattern(bytes: Uint8Array): string | null {
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i += 1) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (bytes.length % 2 !== 0 || even + odd === 0) return null;
  if (odd > even * MOSTLY) return 'utf-16le';
  return even > odd * MOSTLY ? 'utf-16be' : null;
}

/** Control characters, private-use and unassigned ones: text has next to none of them. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE * 4);
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if ((code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c) || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code === 0) odd += 1;
  }
  return odd > sample.length * 0.01;
}
