import type { Express } from 'express';
import request from 'supertest';

const TOKEN = /name="_csrf" value="([^"]+)"/;

export type Response = request.Response;

/** The token on a page. */
export const tokenOn = (page: Response): string => TOKEN.exec(page.text)?.[1] ?? '';

/** The session's cookie that an answer sets, as "name=value"; null where it sets none. */
export const cookieOf = (res: Response): string | null => {
  const [first] = (res.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
  return first === undefined ? null : (first.split(';')[0] ?? null);
};

/** A browser whose cookies can be seen and replaced: for what an ordinary visitor cannot do. */
export class Browser {
  readonly #app: Express;
  cookie: string | null = null;

  constructor(app: Express) {
    this.#app = app;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#sent(request(this.#app).get(path).set(this.#headers(headers)));
  }

  /** With the token of the page at `from`, unless the fields have their own. */
  async post(path: string, fields: Record<string, string>, { from = '/no-such-page', headers = {} }: { from?: string; headers?: Record<string, string> } = {}): Promise<Response> {
    const _csrf = fields['_csrf'] ?? tokenOn(await this.get(from));
    return this.#sent(request(this.#app).post(path).set(this.#headers(headers)).type('form').send({ ...fields, _csrf }));
  }

  signIn(login: string, password: string, more: Record<string, string> = {}): Promise<Response> {
    return this.post('/sign-in', { login, password, ...more }, { from: '/sign-in' });
  }

  #headers(headers: Record<string, string>): Record<string, string> {
    return this.cookie === null ? headers : { Cookie: this.cookie, ...headers };
  }

  async #sent(sending: request.Test): Promise<Response> {
    const res = await sending;
    this.cookie = cookieOf(res) ?? this.cookie;
    return res;
  }
}
