export declare function keep(test: (value: string) => boolean): string[];
