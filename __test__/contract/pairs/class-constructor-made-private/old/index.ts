export class Ticket {
  constructor(readonly code: string, readonly seat?: string) {}
  static issue(code: string): Ticket { return new Ticket(code); }
  rename(code: string): Ticket { return new Ticket(code, this.seat); }
}
export declare const Announcer: import("react").Context<{ announce(text: string, politeness?: "polite" | "assertive"): void }>;
export declare function AnnouncerProvider(props: { children?: import("react").ReactNode }): import("react").ReactElement;
export declare function useAnnouncer(): (text: string) => void;
