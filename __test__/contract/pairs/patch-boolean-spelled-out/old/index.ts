export declare function flag(on: boolean): boolean;
