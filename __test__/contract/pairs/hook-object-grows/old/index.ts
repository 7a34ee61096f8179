export interface Counter {
  readonly count: number;
}
export declare function useCounter(): Counter;
