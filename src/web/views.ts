import path from 'node:path';
import type { Application } from 'express';
import { ExpressHandlebars } from 'express-handlebars';
import { kept } from './helpers/kept.ts';
import { t } from './helpers/t.ts';

const helpers = { kept, t };

type Partials = ReturnType<ExpressHandlebars['getPartials']>;

/** Gathers the partials once; the package does so twice for every page, which takes longer than many a page. */
class Views extends ExpressHandlebars {
  #partials: Partials | undefined;

  override getPartials(options: Parameters<ExpressHandlebars['getPartials']>[0] = {}): Partials {
    if (options.cache !== true) return super.getPartials(options);
    this.#partials ??= super.getPartials(options);
    return this.#partials;
  }
}

const engines = new Map<string, Views>();

/** One per folder and process: what is compiled once serves every application that is built here. */
function engineOf(folder: string): Views {
  const known = engines.get(folder);
  if (known !== undefined) return known;
  const engine = new Views({
    extname: '.hbs',
    layoutsDir: path.join(folder, 'layouts'),
    partialsDir: folder,
    defaultLayout: 'main',
    helpers,
    compilerOptions: { strict: true, preventIndent: true, knownHelpersOnly: true, knownHelpers: { kept: true, t: true } },
  });
  engines.set(folder, engine);
  return engine;
}

/** Handlebars through express-handlebars: strict (a name the page did not give is an error), only our helpers, compiled once. */
export function useViews(app: Application, folder: string, cache: boolean): void {
  const engine = engineOf(folder);
  app.engine('hbs', (file, options, done) => { void engine.renderView(file, { ...options }, done); });
  app.set('view engine', 'hbs');
  app.set('views', folder);
  app.set('view cache', cache);
}
