import path from 'node:path';
import type { Application } from 'express';
import { engine } from 'express-handlebars';
import { t } from './helpers/t.ts';

const helpers = { t };

/** Handlebars through express-handlebars: strict (a name the page did not give is an error), only our helpers, compiled once. */
export function useViews(app: Application, folder: string, cache: boolean): void {
  const render = engine({
    extname: '.hbs',
    layoutsDir: path.join(folder, 'layouts'),
    partialsDir: folder,
    defaultLayout: 'main',
    helpers,
    compilerOptions: { strict: true, preventIndent: true, knownHelpersOnly: true, knownHelpers: { t: true } },
  });
  app.engine('hbs', (file, options, done) => { void render(file, options, done); });
  app.set('view engine', 'hbs');
  app.set('views', folder);
  app.set('view cache', cache);
}
