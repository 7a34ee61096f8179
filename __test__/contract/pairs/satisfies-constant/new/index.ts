export const breakpoints: { sm: number; lg: number } = { lg: 1024, sm: 640 };
export function up(bp: keyof typeof breakpoints): string { return `@media (min-width: ${breakpoints[bp]}px)`; }
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
