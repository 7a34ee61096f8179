export type Page<T> = {
  items: T[];
  meta: Record<string, unknown>;
};
