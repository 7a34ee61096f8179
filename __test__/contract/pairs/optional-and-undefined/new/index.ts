export interface Filter { text?: string | undefined; page?: number }
export declare function search(filter: Filter): Promise<Filter>;
