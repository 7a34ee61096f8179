export declare class Slider { private constructor(); static of(el: Element): Slider; get value(): number; get max(): number }
