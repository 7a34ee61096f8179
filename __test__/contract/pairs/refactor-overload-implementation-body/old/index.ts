export function first(list: readonly string[]): string | undefined;
export function first(list: readonly string[], fallback: string): string;
export function first(list: readonly string[], fallback?: string): string | undefined { return list[0] ?? fallback; }
export function last(list: readonly string[]): string | undefined { return list.at(-1); }
