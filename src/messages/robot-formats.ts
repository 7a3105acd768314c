import { createHmac } from 'node:crypto';
import type { ChannelKind } from './message.ts';

/** One request to a robot. */
export interface RobotRequest {
  url: string;
  body: Record<string, unknown>;
}

interface Robot {
  /** Hosts that the maker runs. */
  hosts: readonly string[];
  signs: boolean;
  /** Bytes of text that the robot takes. */
  limit: number;
  request: (address: string, secret: string | null, text: string, now: Date) => RobotRequest;
  /** The field of the answer that is 0 where it went well; all three answer 200 either way. */
  code: string;
}

const sign = (key: string, message: string): string => createHmac('sha256', key).update(message, 'utf8').digest('base64');

/** 钉钉: over "milliseconds\nsecret" with the secret as the key; both go into the address. */
function dingtalk(address: string, secret: string | null, text: string, now: Date): RobotRequest {
  const url = new URL(address);
  if (secret !== null) {
    const timestamp = String(now.getTime());
    url.searchParams.set('timestamp', timestamp);
    url.searchParams.set('sign', sign(secret, `${timestamp}\n${secret}`));
  }
  return { url: url.href, body: { msgtype: 'text', text: { content: text } } };
}

/** 飞书: over nothing, with "seconds\nsecret" as the key; both go into the body. */
function feishu(address: string, secret: string | null, text: string, now: Date): RobotRequest {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const proof = secret === null ? {} : { timestamp, sign: sign(`${timestamp}\n${secret}`, '') };
  return { url: address, body: { ...proof, msg_type: 'text', content: { text } } };
}

/** 企业微信 knows no signature: who has the address may write. */
const wecom = (address: string, _secret: string | null, text: string): RobotRequest => ({ url: address, body: { msgtype: 'text', text: { content: text } } });

/** The three robots as their makers describe them. */
export const ROBOTS = {
  wecom: { hosts: ['qyapi.weixin.qq.com'], signs: false, limit: 2048, request: wecom, code: 'errcode' },
  dingtalk: { hosts: ['oapi.dingtalk.com'], signs: true, limit: 18_000, request: dingtalk, code: 'errcode' },
  feishu: { hosts: ['open.feishu.cn', 'open.larksuite.com'], signs: true, limit: 18_000, request: feishu, code: 'code' },
} as const satisfies Record<ChannelKind, Robot>;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Where a robot's messages may go: over https to its maker's hosts or to one of MESSAGE_HOSTS; without TLS only to a relay on this very
 * machine that stands there with its http:// and port. @returns null where it may not
 */
export function robotHost(kind: ChannelKind, address: string, allowed: readonly string[]): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  const hosts: readonly string[] = ROBOTS[kind].hosts;
  if (url.protocol === 'https:') return hosts.includes(url.host) || allowed.includes(url.host) ? url.host : null;
  return url.protocol === 'http:' && LOOPBACK.has(url.hostname) && allowed.includes(url.origin) ? url.host : null;
}

/** As many whole lines as the robot takes, in bytes. */
export function fitted(kind: ChannelKind, lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (Buffer.byteLength(longer, 'utf8') > ROBOTS[kind].limit) break;
    text = longer;
  }
  return text;
}
