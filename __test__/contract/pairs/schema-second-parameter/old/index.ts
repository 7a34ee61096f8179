export declare class Type<Out> { #o: Out; #i: Out; private constructor(); parse(x: unknown): Out }
export declare const number: Type<number>;
export declare function array<O>(item: Type<O>): Type<O[]>;
