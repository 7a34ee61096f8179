export declare function join(a?: string, ...more: (string | undefined)[]): string;
