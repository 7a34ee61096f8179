export class Pool<T> {
  private readonly free: T[] = [];
  take(): T | undefined { return this.free.pop(); }
  give(item: T): void { this.free.push(item); }
}
export function newPool<T>(): Pool<T> { return new Pool<T>(); }
export type Modifier = "ctrl" | "shift" | "alt";
export type Hotkey = `${Modifier}+${string}` | `f${number}`;
export declare function useHotkey(key: Hotkey, run: (event: KeyboardEvent) => void, deps?: readonly unknown[]): void;
