export type Cents = number & { readonly __unit: "cents" };
export declare function cents(n: number): Cents;
export declare function charge(amount: number, card: string): Promise<boolean>;
export declare const Announcer: import("react").Context<{ announce(text: string, politeness?: "polite" | "assertive"): void }>;
export declare function AnnouncerProvider(props: { children?: import("react").ReactNode }): import("react").ReactElement;
export declare function useAnnouncer(): (text: string) => void;
