export function isInstalled(development: boolean): boolean;
export function nodeHeaders(places?: string[]): string | undefined;
export function install(development: boolean): Promise<void>;
