export type Response<T = string> = {
  body: T;
};
