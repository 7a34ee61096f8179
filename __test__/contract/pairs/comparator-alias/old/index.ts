export declare const byName: (a: { name: string }, b: { name: string }) => number;
export declare const byAge: (a: { age: number }, b: { age: number }) => number;
