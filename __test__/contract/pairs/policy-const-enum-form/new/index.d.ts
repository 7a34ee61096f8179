export declare const enum Dir { Up = 0, Down = 1, Left = 2 }
export declare function move(d: Dir): void;
export {};
