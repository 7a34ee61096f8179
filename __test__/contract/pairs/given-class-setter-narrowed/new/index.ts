export interface Knob { get level(): number; set level(next: number) }
export declare function attach(knob: Knob): void;
