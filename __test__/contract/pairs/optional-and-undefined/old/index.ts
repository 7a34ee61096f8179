export interface Filter { text?: string; page?: number | undefined }
export declare function search(filter: Filter): Promise<Filter>;
