export interface Extra {
  weight: number;
}
export declare function provide(make: () => Extra): void;
