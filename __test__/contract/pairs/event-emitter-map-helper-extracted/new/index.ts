interface Events { open: [url: string]; message: [data: string | ArrayBuffer, size: number]; close: [] }
type Listener<A extends readonly unknown[]> = (...args: A) => void;
type Name = keyof Events;
export declare class Socket {
  constructor(url: string, protocols?: string[] | string);
  on<N extends Name>(name: N, listener: Listener<Events[N]>): this;
  wait<N extends Name>(name: N): Promise<Events[N]>;
  readonly url: string;
}
export declare const sockets: ReadonlySet<Socket>;
