export declare class Slider { get value(): number; set value(next: number | string); step: number }
