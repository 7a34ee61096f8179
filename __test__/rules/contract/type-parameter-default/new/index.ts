export type Response<T> = {
  body: T;
};
