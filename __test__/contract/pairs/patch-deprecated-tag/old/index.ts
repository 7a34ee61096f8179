export declare function legacySort(list: string[]): string[];
