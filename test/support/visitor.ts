import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import request from 'supertest';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';

type Response = request.Response;
type Fields = Record<string, string | string[]>;

/** Somebody in front of a browser: keeps the session, sends every form with the token of the page it stands on. */
export interface Visitor {
  get: (path: string) => Promise<Response>;
  /** A file, as its bytes. */
  download: (path: string) => Promise<Response>;
  post: (path: string, fields?: Fields) => Promise<Response>;
  /** A form with a file. */
  upload: (path: string, fields: Fields, file: { field: string; name: string; bytes: Buffer }) => Promise<Response>;
}

const TOKEN = /name="_csrf" value="([^"]+)"/;

const servers = new Map<Express, Server>();

/** One server for all that a file's people ask of an application; a request on the application itself would open one of its own. */
export function addressOf(app: Express): string {
  const server = servers.get(app) ?? app.listen(0);
  servers.set(app, server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// The measurements in test/load sign in too, without jest around them.
(globalThis as { afterAll?: typeof afterAll }).afterAll?.(() => {
  for (const server of servers.values()) server.close();
  servers.clear();
});

/** Signs a member of the demonstration cast in through the ordinary form; `app` may also be the address at which it runs. */
export async function signInAs(app: Express | string, login: string): Promise<Visitor> {
  const agent = request.agent(typeof app === 'string' ? app : addressOf(app));
  const tokenOn = async (path: string): Promise<string> => TOKEN.exec((await agent.get(path)).text)?.[1] ?? '';
  const first = await tokenOn('/sign-in'); // before the next request is made: it takes the cookies that are there by then
  const entry = await agent.post('/sign-in').type('form').send({ _csrf: first, login, password: DEMONSTRATION_PASSWORD });
  if (entry.status !== 303) throw new Error(`${login} could not sign in: ${entry.status}`);
  let found: Promise<string> | undefined;
  const token = (): Promise<string> => (found ??= tokenOn('/no-such-page')); // the error page carries the shell and its token
  return {
    get: async (path) => agent.get(path),
    download: async (path) => agent.get(path).responseType('blob'),
    post: async (path, fields = {}) => agent.post(path).type('form').send({ _csrf: await token(), ...fields }),
    upload: async (path, fields, { field, name, bytes }) => {
      const sent = { _csrf: await token(), ...fields };
      const form = agent.post(path);
      for (const [key, value] of Object.entries(sent)) void form.field(key, value);
      return form.attach(field, bytes, name);
    },
  };
}
