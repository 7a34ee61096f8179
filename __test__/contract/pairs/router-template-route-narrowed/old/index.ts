export declare function open(path: `/shop/${string}`, tab?: "new" | "same"): void;
export declare function home(): void;
export declare const Announcer: import("react").Context<{ announce(text: string, politeness?: "polite" | "assertive"): void }>;
export declare function AnnouncerProvider(props: { children?: import("react").ReactNode }): import("react").ReactElement;
export declare function useAnnouncer(): (text: string) => void;
export declare abstract class Poller<T> {
  protected constructor(intervalMs: number);
  protected abstract poll(signal: AbortSignal): Promise<T>;
  start(): this;
  stop(): void;
  readonly lastValue: T | undefined;
}
export declare class TextPoller extends Poller<string> {
  constructor(url: string, intervalMs?: number);
  protected poll(signal: AbortSignal): Promise<string>;
}
export type Modifier = "ctrl" | "shift" | "alt";
export type Hotkey = `${Modifier}+${string}` | `f${number}`;
export declare function useHotkey(key: Hotkey, run: (event: KeyboardEvent) => void, deps?: readonly unknown[]): void;
