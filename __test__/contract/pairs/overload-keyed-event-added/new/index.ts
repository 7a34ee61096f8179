export interface Events {
  open: { id: string };
  close: { id: string };
}
export interface Bus {
  on<K extends keyof Events>(event: K, run: (payload: Events[K]) => void): this;
  on(event: string, run: (...args: unknown[]) => void): this;
}
export declare const bus: Bus;
