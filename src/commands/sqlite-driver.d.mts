export function driverLoads(modules?: string): boolean;
export function placeDriver(node?: string, modules?: string): void;
