export interface Counter {
  readonly count: number;
  readonly reset: () => void;
}
export declare function useCounter(): Counter;
