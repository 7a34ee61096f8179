/** @deprecated use the array's own sort */
export declare function legacySort(list: string[]): string[];
