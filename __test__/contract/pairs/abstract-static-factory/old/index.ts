export declare abstract class Money { private constructor(); abstract readonly minor: number; static eur(n: number): Money; plus(o: Money): Money }
