export interface Knob { get level(): number; set level(v: number); get label(): string; }
export interface Rack { readonly knobs: readonly Knob[]; readonly main: Knob }
export declare function rack(): Rack;
export declare function mute(on: boolean): void;
