import type { Ref } from "react";
export interface ClipboardEntry {
  readonly mime: "text/plain" | "text/html";
  readonly body: string;
  copiedAt?: Date;
}
export declare function copyEntry(entry: ClipboardEntry): Promise<boolean>;
export declare function lastEntry(): ClipboardEntry | undefined;
export type Outcome2<T, E = Error> = { readonly done: true; readonly value: T } | { readonly done: false; readonly cause: E };
export declare function attempt<T>(f: () => T): Outcome2<T>;
export declare function attemptAsync<T, E>(f: () => Promise<T>, wrap: (cause: unknown) => E): Promise<Outcome2<T, E>>;
export declare const Announcer: import("react").Context<{ announce(text: string, politeness?: "polite" | "assertive"): void }>;
export declare function AnnouncerProvider(props: { children?: import("react").ReactNode }): import("react").ReactElement;
export declare function useAnnouncer(): (text: string) => void;
export interface FieldProps { id: string; ref?: Ref<HTMLInputElement> }
export function Field({ id, ref }: FieldProps) { return <input id={id} ref={ref} />; }
export function FieldHint({ text }: { text: string }) { return <small>{text}</small>; }
