import path from 'node:path';
import express, { type Express } from 'express';

/** Styles, scripts and pictures, all from this machine; the CSS kit straight from its package. */
export function serveStaticFiles(app: Express, root: string): void {
  const options = { index: false, maxAge: '1h', fallthrough: true } as const;
  app.use('/assets', express.static(path.join(root, 'public'), options));
  app.use('/assets/kit', express.static(path.join(root, 'node_modules/bootstrap/dist/css'), options));
}
