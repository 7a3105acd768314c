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

/** Handlebars through express-handlebars: strict (a name the page did not give is an error), only our helpers, compiled once. */
export function useViews(app: Application, folder: string, cache: boolean): void {
  const engine = new Views({
    extname: '.hbs',
    layoutsDir: path.join(folder, 'layouts'),
    partialsDir: folder,
    defaultLayout: 'main',
    helpers,
    compilerOptions: { strict: true, preventIndent: true, knownHelpersOnly: true, knownHelpers: { kept: true, t: true } },
  });
  app.engine('hbs', (file, options, done) => { void engine.renderView(file, { ...options }, done); });
  app.set('view engine', 'hbs');
  app.set('views', folder);
  app.set('view cache', cache);
}
