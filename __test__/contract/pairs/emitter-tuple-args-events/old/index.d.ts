export interface SocketEvents { message: [body: string, from: string]; close: [code: number] }
export interface Socket {
  on<E extends keyof SocketEvents>(event: E, cb: (...args: SocketEvents[E]) => void): void;
  history<E extends keyof SocketEvents>(event: E): SocketEvents[E][];
}
export declare function connect(url: string): Socket;
export interface Scheduler2 {
  readonly now: () => number;
  schedule<A extends readonly unknown[]>(delayMs: number, task: (...args: A) => void, ...args: A): { cancel(): boolean };
  idle(task: (deadline: { timeRemaining(): number }) => void): void;
}
export declare const scheduler2: Scheduler2;
export {};
