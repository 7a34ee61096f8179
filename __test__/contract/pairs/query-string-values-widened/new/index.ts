export declare function toQuery(params: Readonly<Record<string, string | number | boolean | undefined>>): string;
