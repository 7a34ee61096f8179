export interface Signals {
  progress: { readonly done: number; readonly total: number; readonly label: string };
  finish: { readonly ms: number };
}
type Names = keyof Signals & string;
export declare class Uploader {
  private constructor();
  static create(url: string): Uploader;
  on<N extends Names>(name: N, fn: (e: Signals[N]) => void): this;
  off<N extends Names>(name: N): this;
}
export declare const version: string;
