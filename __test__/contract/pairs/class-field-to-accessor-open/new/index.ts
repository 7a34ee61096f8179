export declare class Shape { #v: unknown; constructor(); get area(): number; name: string }
