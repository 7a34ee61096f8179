export declare function toQuery(params: Record<string, string>): string;
