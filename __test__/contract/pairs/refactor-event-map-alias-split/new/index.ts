export declare class RemoteError extends Error {
  constructor(text: string, options?: { status?: number; cause?: unknown });
  readonly status: number;
  static is(value: unknown): value is RemoteError;
}
type WithId<T = {}> = { id: string } & T;
type Events = { open: WithId; close: WithId<{ code: number }> } & { idle: void };
export declare function on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): () => void;
export declare function off(event: keyof Events): void;
