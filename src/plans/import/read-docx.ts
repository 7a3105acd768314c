import mammoth from 'mammoth';
import { readHtml } from './read-html.ts';
import { verifyArchive } from './verify-archive.ts';

/** The paragraphs and tables of a Word document; pictures are left out and no external file is followed. */
export async function readDocx(bytes: Buffer): Promise<string> {
  await verifyArchive(bytes);
  const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), includeDefaultStyleMap: false, ignoreEmptyParagraphs: true };
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, options);
  return readHtml(value);
}
