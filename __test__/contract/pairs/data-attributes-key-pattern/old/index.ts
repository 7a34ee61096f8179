export declare function dataset(values: { [key: string]: string | number }): string;
