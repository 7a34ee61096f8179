interface Def { readonly states: { readonly [s: string]: { readonly final?: boolean; readonly on?: { readonly [e: string]: string } } } }
type Names<D extends Def> = { [K in keyof D["states"]]: D["states"][K] extends { final: true } ? never : K }[keyof D["states"]];
export declare function define<const D extends Def>(d: D): D;
export declare function enter<D extends Def>(d: D, state: Names<D>): void;
export interface Trace { readonly at: number }
export declare function trace(): readonly Trace[];
