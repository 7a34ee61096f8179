type Accepted = { text: string; count: number };
export declare function show(value: Accepted[keyof Accepted]): void;
