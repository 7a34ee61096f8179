export interface Knob { level: number; readonly label: string; }
export interface Rack { readonly knobs: readonly Knob[]; readonly main: Knob }
export declare function rack(): Rack;
export declare function mute(on: boolean): void;
