export interface Opts { deep?: boolean }
export const VERSION: string = "1";
export function merge<T>(a: T, b: Partial<T>, o?: Opts): T { return { ...a, ...b, ...(o ?? {}) }; }
