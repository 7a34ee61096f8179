export type Frames = readonly [from: number, to: number];
export interface Playback { stop(): void; readonly finished: Promise<void> }
export declare function animate(frames: Frames, onFrame: (v: number) => void, ms?: number): Playback;
