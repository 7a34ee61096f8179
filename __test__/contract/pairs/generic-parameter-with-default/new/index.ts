export type Page<T, Meta = Record<string, unknown>> = {
  items: T[];
  meta: Meta;
};
