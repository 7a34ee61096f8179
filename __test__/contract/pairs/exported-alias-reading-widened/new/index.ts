export type Readings = { temperature: number | null; label: string };
export declare function reading<R extends keyof Readings>(name: R): Readings[R];
