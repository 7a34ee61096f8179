export declare function compose(...fns: ((s: string) => string)[]): (s: string) => string;
