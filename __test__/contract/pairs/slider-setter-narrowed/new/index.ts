export declare class Slider { get value(): number; set value(next: number); step: number }
