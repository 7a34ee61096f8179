type Controlled = { value: number; onChange: (v: number) => void; defaultValue?: never };
type Uncontrolled = { defaultValue?: number; value?: never; onChange?: (v: number) => void };
export type SliderProps = { min: number; max: number } & (Controlled);
export function Slider(p: SliderProps) { return <input type="range" min={p.min} max={p.max} value={p.value} onChange={e => p.onChange?.(+e.target.value)} />; }
export function clamp(n: number, min: number, max: number): number { return Math.min(max, Math.max(min, n)); }
export interface RingBuffer<T> {
  readonly capacity: number;
  push(...items: T[]): number;
  mapRing<U>(f: (item: T, index: number) => U): RingBuffer<U>;
  chunk(size: number): RingBuffer<T[]>;
  [Symbol.iterator](): Iterator<T, undefined, undefined>;
}
export declare function ringBuffer<T>(capacity: number, seed?: Iterable<T>): RingBuffer<T>;
