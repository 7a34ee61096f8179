export type Registry<K extends string> = {
  current?: K;
};
