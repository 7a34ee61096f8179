export interface Day { readonly y: number; readonly m: number; readonly d: number }
export declare function range(from: Day, to: Day): readonly Day[];
export declare function range(from: Day, days: number): readonly Day[];

export declare const today: () => Day;
