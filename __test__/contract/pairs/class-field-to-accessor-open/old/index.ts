export declare class Shape { #v: unknown; constructor(); readonly area: number; name: string }
