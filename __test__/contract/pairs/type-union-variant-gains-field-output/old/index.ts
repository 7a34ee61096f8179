export type UiEvent = { kind: "click"; x: number; y: number } | { kind: "key"; code: string };
export declare function nextEvent(): Promise<UiEvent>;
export declare function replay(ms: number): void;
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
