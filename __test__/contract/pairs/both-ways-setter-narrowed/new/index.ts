export interface Cell { get value(): number; set value(next: number); }
export declare function cell(): Cell;
export declare function link(one: Cell): void;
