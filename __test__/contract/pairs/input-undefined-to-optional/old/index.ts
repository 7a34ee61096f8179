export interface SearchArgs { term: string; page: number | undefined }
export declare function search(args: SearchArgs): string[];
