interface Events { open: [url: string]; message: [data: string | ArrayBuffer, size: number]; close: [] }

export declare class Socket {
  constructor(url: string, protocols?: string | string[]);
  on<E extends keyof Events>(event: E, fn: (...args: Events[E]) => void): this;
  wait<E extends keyof Events>(event: E): Promise<Events[E]>;
  readonly url: string;
}
export declare const sockets: ReadonlySet<Socket>;
