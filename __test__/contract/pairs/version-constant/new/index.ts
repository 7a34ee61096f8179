export const VERSION = "1.1.0";
export const BUILD = 42;
export interface Release { readonly version: string; readonly build: number }
export function release(): Release { return { version: VERSION, build: BUILD }; }
