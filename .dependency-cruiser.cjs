// Who may import whom (docs: README, "Map of folders"). test/house/imports.test.ts runs it and plants violations.
const path = require('node:path');

/** From the top down: a domain may import those further down, never its neighbours or those above. */
const LEVELS = [
  ['documents', 'dashboards', 'circulars'],
  ['parameters'],
  ['coverage'],
  ['messages'],
  ['supervision', 'succession'],
  ['filings', 'indicators'],
  ['tasks'],
  ['lights'],
  ['plans'],
  ['accounts'],
  ['units'],
];
const domains = LEVELS.flat();
const any = domains.join('|');
const isType = ['type-only'];

const rule = (name, from, to) => ({ name, severity: 'error', from, to });

const order = LEVELS.flatMap((level, i) => level.map((domain) => {
  const closed = [...LEVELS.slice(0, i).flat(), ...level].filter((other) => other !== domain);
  return rule('order-of-domains', { path: `^src/${domain}/` }, { path: `^src/(${closed.join('|')})/` });
})).filter((one) => !one.to.path.includes('()'));

const web = '(^|/)(node_modules/)?(@types/)?(express|express-[^/]+|passport|passport-[^/]+|handlebars|helmet|multer|csrf-sync)(/|$)';

module.exports = {
  forbidden: [
    ...order,
    rule('routes-pages-forms-stay-inside', { path: `^src/(${any})/` }, { path: `^src/(${any})/.*-(routes|pages|forms)\\.ts$`, pathNot: '^src/$1/' }),
    rule('nobody-imports-routes', { path: '^src/[^/]+/', pathNot: '-routes\\.ts$' }, { path: '-routes\\.ts$' }),
    rule('data-and-rules-know-no-pages', { path: '-(queries|policy|lifecycle|forms|facts|state|sql)\\.ts$' }, { path: '-pages\\.ts$', dependencyTypesNot: isType }),
    rule('bodies-are-received-for-routes', { path: `^src/(${any})/`, pathNot: '-(routes|request)\\.ts$' }, { path: `^src/(${any})/(receive-[^/]+|.*-request)\\.ts$`, dependencyTypesNot: isType }),
    rule('pages-read-no-data', { path: '-pages\\.ts$', pathNot: '^src/web/' }, { path: '-queries\\.ts$|^src/kernel/db/|^src/generated/', dependencyTypesNot: isType }),
    rule('queries-read-only', { path: '-queries\\.ts$' }, { path: '-(routes|pages|forms)\\.ts$', dependencyTypesNot: isType }),
    rule('policy-is-pure', { path: '-policy\\.ts$' }, { path: '-(queries|routes|pages|forms)\\.ts$|^src/web/|^src/kernel/db/(?!client)', dependencyTypesNot: isType }),
    rule('lifecycle-holds-facts', { path: '-lifecycle\\.ts$' }, { path: '-(policy|queries|routes|pages|forms)\\.ts$|^src/(kernel/db|web)/', dependencyTypesNot: isType }),
    rule('forms-know-no-data', { path: '-forms\\.ts$' }, { path: '-(queries|routes|pages)\\.ts$|^src/kernel/db/', dependencyTypesNot: isType }),
    rule('kernel-knows-no-domain', { path: '^src/kernel/' }, { path: '^src/', pathNot: '^src/(kernel|generated)/|^src/config\\.ts$' }),
    rule('config-knows-nothing', { path: '^src/config\\.ts$' }, { path: '^src/' }),
    rule('audit-knows-no-domain', { path: '^src/audit/', pathNot: '-(routes|pages|forms)\\.ts$' }, { path: '^src/', pathNot: '^src/(audit|kernel)/|^src/config\\.ts$' }),
    rule('audit-shows-itself-through-web', { path: '^src/audit/.*-(routes|pages|forms)\\.ts$' }, { path: '^src/', pathNot: '^src/(audit|kernel|web)/|^src/config\\.ts$' }),
    rule('web-knows-no-domain', { path: '^src/web/' }, { path: '^src/', pathNot: '^src/(web|kernel)/|^src/config\\.ts$' }),
    rule('the-top-is-nobodys', { path: '^src/[^/]+/', pathNot: '^src/commands/serve\\.cjs$' }, { path: '^src/[^/]+\\.ts$', pathNot: '^src/config\\.ts$' }),
    rule('commands-are-nobodys', { path: '^src/', pathNot: '^src/commands/' }, { path: '^src/commands/' }),
    rule('domains-know-no-seeds', { path: '^src/[^/]+/', pathNot: '^src/commands/' }, { path: '^prisma/' }),
    rule('http-stays-at-the-door', { path: '^src/', pathNot: '^src/(web/|app\\.ts$|server\\.ts$|accounts/(sign-in|passport)[^/]*$|[^/]+/(.*-routes|.*-request|receive-[^/]+)\\.ts$)' }, { path: web }),
    rule('generated-only-through-kernel-db', { path: '^src/', pathNot: '^src/(kernel/db|generated)/' }, { path: '^src/generated/' }),
    rule('ours-is-loaded-at-the-start', { path: '^src/', pathNot: '^src/generated/' }, { path: '^(src|prisma)/', dynamic: true }), // serve.cjs and the children load TypeScript as CommonJS, where import() cannot
    rule('no-circles', { path: '^src/' }, { circular: true, viaOnly: { dependencyTypesNot: isType } }), // types know each other without harm
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, 'tsconfig.json') },
    doNotFollow: { path: 'node_modules|src/generated' },
    combinedDependencies: false,
  },
};

// For the house test: the folders that have a place in the order. Hidden, since the tool refuses properties that it does not know.
Object.defineProperty(module.exports, 'places', { value: [...domains, 'audit', 'web', 'kernel', 'text', 'generated', 'commands'] });
