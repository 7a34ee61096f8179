export declare class Slider { private constructor(); static of(el: Element): Slider; get value(): number; set value(v: number); get max(): number }
