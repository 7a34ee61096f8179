export interface Knob { get level(): number; set level(next: number | string) }
export declare function attach(knob: Knob): void;
