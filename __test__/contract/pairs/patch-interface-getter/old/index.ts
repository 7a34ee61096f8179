export interface Tank {
  get level(): number;
}
