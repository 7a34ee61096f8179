interface Accepted { text: string; count: number; flag: boolean }
export declare function show(value: Accepted[keyof Accepted]): void;
