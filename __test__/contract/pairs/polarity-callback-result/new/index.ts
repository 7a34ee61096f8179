export interface Extra {
  weight: number | string;
}
export declare function provide(make: () => Extra): void;
