export interface Knob { get level(): number; set level(next: number) }
export declare function mount(all: readonly Knob[], more?: Record<string, Knob>): void;
