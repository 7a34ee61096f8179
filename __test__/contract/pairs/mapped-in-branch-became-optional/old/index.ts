type Params<Key extends string> = {
  readonly [key in Key]: string;
};
export declare function useParams<T>(): T extends string ? Params<T> : T;
