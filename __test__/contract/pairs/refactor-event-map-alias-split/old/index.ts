export declare class RemoteError extends Error {
  constructor(text: string, options?: { status?: number; cause?: unknown });
  readonly status: number;
  static is(value: unknown): value is RemoteError;
}
type Events = { open: { id: string }; close: { id: string; code: number }; idle: void };
export declare function on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): () => void;
export declare function off(event: keyof Events): void;
