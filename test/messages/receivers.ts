import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received { url: string; key: string; body: Record<string, unknown> }

export interface RobotServer {
  origin: string;
  received: Received[];
  /** What it answers from now on. */
  answers: (status: number, body: Record<string, unknown>, headers?: Record<string, string>) => void;
  close: () => Promise<void>;
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** A server as robots have one, on this machine. */
export async function robotServer(): Promise<RobotServer> {
  const received: Received[] = [];
  let answer: [number, Record<string, unknown>, Record<string, string>] = [200, { errcode: 0, code: 0 }, {}];
  const server = createServer((req, res) => {
    void bodyOf(req).then((text) => {
      received.push({ url: req.url ?? '', key: String(req.headers['idempotency-key']), body: JSON.parse(text === '' ? '{}' : text) as Record<string, unknown> });
      const [status, body, headers] = answer;
      res.writeHead(status, headers).end(JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received,
    answers: (status, body, headers = {}) => { answer = [status, body, headers]; },
    close: async () => { server.close(); server.closeAllConnections(); },
  };
}

export interface MailServer { url: string; mails: string[]; rejects: (code: number | null) => void; close: () => Promise<void> }

/** A mail server on this machine that keeps what it is sent, as it came. */
export async function mailServer(): Promise<MailServer> {
  const mails: string[] = [];
  let code: number | null = null;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => { text += part.toString('utf8'); });
      stream.on('end', () => {
        if (code === null) mails.push(text);
        done(code === null ? null : Object.assign(new Error('no'), { responseCode: code }));
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return { url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, mails, rejects: (given) => { code = given; }, close: () => new Promise((go) => { server.close(() => { go(); }); }) };
}
