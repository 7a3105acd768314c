import type { Request } from 'express';

/** One sentence shown once after a redirect. */
export interface Flash {
  tone: 'success' | 'warning' | 'danger';
  text: string;
}

declare module 'express-session' {
  interface SessionData {
    flash?: Flash;
  }
}

export function setFlash(req: Request, tone: Flash['tone'], text: string): void {
  req.session.flash = { tone, text };
}

export function takeFlash(req: Request): Flash | null {
  const session = req.session as typeof req.session | undefined;
  const flash = session?.flash;
  if (!session || flash === undefined) return null;
  delete session.flash;
  return flash;
}
