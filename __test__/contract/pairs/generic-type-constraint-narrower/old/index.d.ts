export type Registry<K> = {
  current?: K;
};
