export const breakpoints = { sm: 640, md: 768, lg: 1024 } as const;
type Name = keyof typeof breakpoints;
export function up(name: Name): string { return `(min-width: ${breakpoints[name]}px)`; }
export declare function useBreakpoint(): Name;
