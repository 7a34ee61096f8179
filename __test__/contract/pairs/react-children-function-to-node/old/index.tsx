import { useState, type ReactNode } from "react";
export interface DisclosureProps { label: string; children: (open: boolean) => ReactNode }
export function Disclosure(p: DisclosureProps) {
  const [open, set] = useState(false);
  return <div><button onClick={() => set(!open)}>{p.label}</button>{p.children(open)}</div>;
}
export function useDisclosure(initial: boolean): { open: boolean; toggle(): void } { const [open, set] = useState(initial); return { open, toggle: () => set(!open) }; }
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
