import type { ReactNode } from "react";
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
export function Card(p: { children: ReactNode; raised?: boolean }) { return <div data-raised={p.raised}>{p.children}</div>; }
Card.Body = function Body(p: { children: ReactNode }) { return <div>{p.children}</div>; };
Card.Title = function Title(p: { level: 1 | 2; children: ReactNode }) { return <h2>{p.children}</h2>; };
export function CardList(p: { children: ReactNode }) { return <ul>{p.children}</ul>; }
