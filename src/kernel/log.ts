import pino from 'pino';

export type Log = pino.Logger;

/** One JSON object a line on stdout; secrets are left out by name (SECURITY L1). */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['password', '*.password', '*.passwordHash', 'req.headers.cookie', '*.token'],
  });
}
