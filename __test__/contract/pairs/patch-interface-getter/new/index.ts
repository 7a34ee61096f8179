export interface Tank {
  readonly level: number;
}
