import { parse } from 'node:querystring';
import type { RequestHandler } from 'express';

type Fields = Record<string, unknown>;

/** Control characters but tab and line ends: nobody types them, and PostgreSQL cannot keep a NUL. */
const CONTROL = /(?![\t\r\n])\p{Cc}/gu;

/** Nothing that anybody could see: with it no reason is given that is asked for. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'string') return value;
  const text = value.replace(CONTROL, '');
  return UNSEEN.test(text) ? '' : text;
}

/** What was typed, without what cannot be typed; what cannot be seen counts as left empty. */
export const cleanFields = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cleaned(value)]));

/** The part of an address behind its question mark. */
export const readQuery = (text: string): Fields => cleanFields(parse(text));

/** For whoever reads a form without its schema. */
export const cleanBody: RequestHandler = (req, _res, next) => {
  if (req.body !== undefined) req.body = cleanFields(req.body as Fields);
  next();
};
