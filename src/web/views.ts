import path from 'node:path';
import type { Application } from 'express';
import { ExpressHandlebars } from 'express-handlebars';
import Handlebars from 'handlebars';
import { each } from './helpers/each.ts';
import { kept } from './helpers/kept.ts';
import { t } from './helpers/t.ts';
import { bytesOf, withPieces } from './page-pieces.ts';

const helpers = { each, kept, t };

type Partials = ReturnType<ExpressHandlebars['getPartials']>;
type Rendered = Parameters<ExpressHandlebars['_renderTemplate']>;

/** Knows its partials once and for all; the package gathers, copies and merges some two hundred of them several times for every page. */
class Views extends ExpressHandlebars {
  readonly #environment: typeof Handlebars;
  #known: Promise<void> | undefined;

  constructor(config: ConstructorParameters<typeof ExpressHandlebars>[0]) {
    const environment = Handlebars.create();
    super({ ...config, handlebars: environment });
    this.#environment = environment;
  }

  override async getPartials(options: Parameters<ExpressHandlebars['getPartials']>[0] = {}): Partials {
    if (options.cache !== true) return super.getPartials(options);
    this.#known ??= super.getPartials(options).then((partials) => { this.#environment.registerPartial(partials as Record<string, Handlebars.Template>); });
    await this.#known;
    return {};
  }

  /** Without the package's trimming, which makes one piece of a page before it is put into the layout, where that is done once more. */
  override _renderTemplate(template: Rendered[0], context?: Rendered[1], options: Rendered[2] = {}): string {
    const own = { ...options };
    if (this.#known !== undefined) delete own.partials;
    return template(context, own);
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

/**
 * Handlebars through express-handlebars: strict (a name the page did not give is an error), only our helpers, compiled once.
 * A page is answered as bytes, whose content type Express does not guess: the answer says that it is HTML.
 */
export function useViews(app: Application, folder: string, cache: boolean): void {
  const engine = engineOf(folder);
  app.engine('hbs', (file, options, done) => {
    const answer = done as (error: unknown, page?: unknown) => void; // Express hands to res.send whatever it is
    const root = withPieces({});
    engine.renderView(file, { ...options, ...root }).then((page) => { answer(null, bytesOf(page, root)); }, answer);
  });
  app.set('view engine', 'hbs');
  app.set('views', folder);
  app.set('view cache', cache);
}
