export declare function dataset(values: { [key: `data-${string}`]: string | number }): string;
