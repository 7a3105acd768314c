import type { NavEntry } from './web/shell.ts';

/** The side navigation in its order; an entry is drawn for the roles that may open it. */
export const navigation: readonly NavEntry[] = [
  { href: '/', key: 'nav.desk', icon: 'desk', roles: ['supervisor', 'inspector', 'head', 'clerk', 'leader', 'auditor', 'admin'] },
  { href: '/plans', key: 'nav.plans', icon: 'plan', roles: ['supervisor', 'inspector', 'head', 'clerk', 'leader', 'auditor'] },
  { href: '/tasks', key: 'nav.tasks', icon: 'ledger', roles: ['supervisor', 'inspector', 'head', 'clerk', 'leader'] },
  { href: '/supervision', key: 'nav.supervision', icon: 'overdue', roles: ['supervisor', 'inspector', 'leader'] },
  { href: '/circulars', key: 'nav.circulars', icon: 'flag', roles: ['supervisor', 'inspector', 'head', 'clerk', 'leader'] },
  { href: '/dashboard', key: 'nav.dashboard', icon: 'chart', roles: ['supervisor', 'inspector', 'leader'] },
  { href: '/work', key: 'nav.work', icon: 'people', roles: ['supervisor', 'head'] },
  { href: '/units', key: 'nav.units', icon: 'units', roles: ['supervisor', 'inspector', 'head', 'clerk', 'leader', 'auditor', 'admin'] },
  { href: '/parameters/lights', key: 'nav.parameters', icon: 'filter', roles: ['supervisor', 'inspector', 'leader', 'auditor', 'admin'] },
  { href: '/accounts', key: 'nav.accounts', icon: 'people', roles: ['admin'] },
  { href: '/audit', key: 'nav.audit', icon: 'log', roles: ['auditor'] },
];
