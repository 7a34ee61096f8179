export declare function firstRow(): { id: string; cells: string[] } | undefined;
