type Num = number | `${number}%` | `${number}px`;
type Frame = { readonly opacity?: number; readonly x?: Num; readonly y?: Num };
type Frames = readonly [Frame, Frame, ...Frame[]] | Readonly<Record<number, Frame>>;
type Ease = "linear" | `cubic-bezier(${number}, ${number}, ${number}, ${number})`;
export interface AnimateOptions { readonly ms: number; readonly ease?: Ease | readonly Ease[]; readonly onFrame?: (t: number, frame: Frame) => void }
export interface Animation { readonly finished: Promise<void>; cancel(): void }
export declare function animate(el: string, f: Frames, o: AnimateOptions): Animation;
