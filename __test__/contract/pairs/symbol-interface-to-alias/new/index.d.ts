export type Options = {
  depth: number;
};
