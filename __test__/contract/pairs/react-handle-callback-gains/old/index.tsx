export interface VideoHandle { play(): Promise<void>; pause(): void; readonly duration: number }
export interface VideoProps { src: string; muted?: boolean; onReady?: (handle: VideoHandle) => void }
export function Video(p: VideoProps) {
  p.onReady?.({ play: async () => {}, pause() {}, duration: 0 });
  return <video src={p.src} muted={p.muted} />;
}
export const formats: readonly string[] = ["mp4"];
export interface Scheduler2 {
  readonly now: () => number;
  schedule<A extends readonly unknown[]>(delayMs: number, task: (...args: A) => void, ...args: A): { cancel(): boolean };
  idle(task: (deadline: { timeRemaining(): number }) => void): void;
}
export declare const scheduler2: Scheduler2;
