import { createCanvas } from '@napi-rs/canvas';
import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';
import { openDesk, type Desk } from './desk.ts';
import { PDF } from './files.ts';

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47];

/** A PDF of two empty pages, written by hand. */
const TWO_PAGES = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 300 200]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n');

describe('looking at evidence without opening it', () => {
  let desk: Desk;
  let app: Express;
  let clerk: Visitor;
  beforeAll(async () => {
    desk = await openDesk('sqlite');
    app = buildApp(desk.context);
    clerk = await signInAs(app, 'shangwu');
  });
  afterAll(() => desk.context.done());

  const upload = async (name: string, bytes: Buffer): Promise<number> => {
    const version = String((await desk.row('2023-05'))?.version ?? 0);
    await clerk.upload(`/tasks/${desk.matter.taskId}/filings/2023-05/evidence`, { version, progress: '60', done: '进展' }, { field: 'files', name, bytes });
    return (await desk.context.db.evidence.findFirstOrThrow({ where: { fileName: name } })).id;
  };

  test('a picture is drawn anew: what reaches the browser are not the bytes that were sent', async () => {
    const canvas = createCanvas(40, 30);
    const sent = Buffer.concat([canvas.toBuffer('image/png'), Buffer.from('<script>alert(1)</script>')]);
    const id = await upload('现场.png', sent);
    expect((await clerk.get(`/evidence/${id}/preview`)).text).toContain(`/evidence/${id}/drawing?page`);
    const drawing = await clerk.get(`/evidence/${id}/drawing?page=1`);
    expect([...(drawing.body as Buffer).subarray(0, 4)]).toEqual(PNG_HEAD);
    expect((drawing.body as Buffer).includes('<script>')).toBe(false);
    expect([drawing.headers['content-type'], drawing.headers['content-security-policy'], drawing.headers['x-content-type-options']]).toEqual(['image/png', "default-src 'none'; sandbox", 'nosniff']);
  });

  test('a PDF is leafed through page by page', async () => {
    const id = await upload('报告.pdf', TWO_PAGES);
    const first = await clerk.get(`/evidence/${id}/preview`);
    expect([first.text.includes('第 1 页，共 2 页'), /preview\?page&#x3D;2"/.test(first.text)]).toEqual([true, true]);
    expect((await clerk.get(`/evidence/${id}/preview?page=3`)).text).toContain('没有这一页');
    expect((await clerk.get(`/evidence/${id}/drawing?page=3`)).status).toBe(404);
  });

  test('what cannot be read is said in a sentence, and the file can still be fetched', async () => {
    const id = await upload('坏.pdf', Buffer.concat([PDF, Buffer.from('nothing')]));
    expect((await clerk.get(`/evidence/${id}/preview`)).text).toContain('文件读不出来');
    expect((await clerk.get(`/evidence/${id}`)).status).toBe(200);
  });

  test('another unit finds nothing there', async () => {
    const id = await upload('内部.pdf', Buffer.concat([TWO_PAGES, Buffer.from('%1')]));
    const stranger = await signInAs(app, 'yuhua');
    expect([(await stranger.get(`/evidence/${id}/preview`)).status, (await stranger.get(`/evidence/${id}/drawing`)).status]).toEqual([404, 404]);
  });

  test('a text is not drawn', async () => {
    const id = await upload('说明.txt', Buffer.from('进展说明'));
    expect((await clerk.get(`/evidence/${id}/preview`)).status).toBe(404);
  });
});
