export declare function classList(...parts: (string | undefined | false)[]): string;
