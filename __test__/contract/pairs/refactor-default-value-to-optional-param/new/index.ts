export function pad(text: string, width?: number, fill?: string): string { return text.padEnd(width ?? 8, fill); }
export const times = (n: number, f: (i: number) => void = () => {}): void => { for (let i = 0; i < n; i++) f(i); };
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
