export const breakpoints = { sm: 640, lg: 1024 } satisfies Record<string, number>;
export function up(bp: keyof typeof breakpoints): string { return `@media (min-width: ${breakpoints[bp]}px)`; }
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
