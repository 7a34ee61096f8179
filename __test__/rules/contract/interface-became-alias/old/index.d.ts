export interface Options {
  depth: number;
}
