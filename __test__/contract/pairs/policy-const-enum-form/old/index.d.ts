export declare enum Dir { Up = 0, Down = 1 }
export declare function move(d: Dir): void;
export {};
