export declare function join(a?: string , b?: string): string;
