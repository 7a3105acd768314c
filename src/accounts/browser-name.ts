const BROWSERS = [['Edg', 'Edge'], ['OPR', 'Opera'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Version', 'Safari']] as const;
const SYSTEMS = [['Windows', 'Windows'], ['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Mac OS', 'macOS'], ['Linux', 'Linux']] as const;

/** What a browser says it is, short enough to be recognised: "Chrome 126 · Windows"; as it stands where it is none of the known ones. */
export function browserName(agent: string): string {
  const browser = BROWSERS.find(([mark]) => agent.includes(`${mark}/`));
  if (browser === undefined) return agent.slice(0, 60);
  const version = /^\d+/.exec(agent.slice(agent.indexOf(`${browser[0]}/`) + browser[0].length + 1))?.[0] ?? '';
  const system = SYSTEMS.find(([mark]) => agent.includes(mark))?.[1] ?? '';
  return [`${browser[1]} ${version}`.trim(), system].filter((part) => part !== '').join(' · ');
}
