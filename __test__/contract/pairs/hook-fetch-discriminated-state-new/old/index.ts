export declare class RemoteError extends Error {
  constructor(text: string, options?: { status?: number; cause?: unknown });
  readonly status: number;
  static is(value: unknown): value is RemoteError;
}
export type QueryState<T> =
  | { status: "pending" }
  | { status: "error"; error: Error }
  | { status: "success"; data: T };
export declare function useQuery<T>(key: readonly string[], load: (signal: AbortSignal) => Promise<T>): QueryState<T>;
export declare function useRefetch(): (key: readonly string[]) => void;
