export declare class RemoteError extends Error {
  constructor(text: string, options?: { status?: number; cause?: unknown });
  readonly status: number;
  static is(value: unknown): value is RemoteError;
}
export type CloseReason = "escape" | "outside";
export interface MenuProps { items: readonly string[]; onClose?: (reason: CloseReason) => void }
export function Menu(p: MenuProps) { return <menu onBlur={() => p.onClose?.("outside")}>{p.items.map(i => <li key={i}>{i}</li>)}</menu>; }
export function MenuLabel({ text }: { text: string }) { return <em>{text}</em>; }
