export type Readings = { temperature: number; label: string };
export declare function reading<R extends keyof Readings>(name: R): Readings[R];
