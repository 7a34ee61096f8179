export type Source<out T> = {
  readonly current: T;
};
