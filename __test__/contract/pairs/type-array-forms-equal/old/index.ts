export interface Track { title: string; seconds: number }
export declare function tracks(): Track[];
export declare function play(list: ReadonlyArray<Track>, at?: number): Promise<Track | undefined>;
export declare function pairs(): Array<[string, Track]>;
export interface Scheduler2 {
  readonly now: () => number;
  schedule<A extends readonly unknown[]>(delayMs: number, task: (...args: A) => void, ...args: A): { cancel(): boolean };
  idle(task: (deadline: { timeRemaining(): number }) => void): void;
}
export declare const scheduler2: Scheduler2;
