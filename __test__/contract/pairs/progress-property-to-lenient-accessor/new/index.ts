export interface Progress { get percent(): number; set percent(value: number | `${number}%`); readonly done: boolean }
export declare function progress(): Progress;
