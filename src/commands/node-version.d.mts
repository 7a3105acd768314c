export function isSupported(version: string): boolean;
export function checkNodeVersion(): void;
