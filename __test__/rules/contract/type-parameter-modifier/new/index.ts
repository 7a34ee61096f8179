export type Source<in out T> = {
  readonly current: T;
};
