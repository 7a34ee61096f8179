export interface Cell { get value(): number; set value(next: number | string); }
export declare function cell(): Cell;
export declare function link(one: Cell): void;
