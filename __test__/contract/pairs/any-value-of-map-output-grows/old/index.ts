type Results = { text: string; count: number };
export declare function latest(): Results[keyof Results];
