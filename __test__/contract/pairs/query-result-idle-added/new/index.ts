export type QueryResult<T> =
  | { status: "idle"; data: undefined; error: undefined }
  | { status: "loading"; data: undefined; error: undefined }
  | { status: "success"; data: T; error: undefined }
  | { status: "error"; data: undefined; error: Error };
export declare function useQuery<T>(key: string, load: () => Promise<T>): QueryResult<T>;
