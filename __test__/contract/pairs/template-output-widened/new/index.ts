type Hex = `#${string}`;
export interface Swatch { readonly name: string; readonly hex: string; readonly alpha?: number }
export declare function swatch(name: string): Swatch;
export declare function mix(a: string, b: string): Hex;
