type Results = { text: string; count: number; flag: boolean };
export declare function latest(): Results[keyof Results];
