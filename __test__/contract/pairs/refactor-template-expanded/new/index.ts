type X = "left" | "right"; type Y = "top" | "bottom";
export type Corner = "top-left" | "top-right" | "bottom-left" | "bottom-right";
export declare function anchor(c: Corner): [number, number];
export declare function opposite(c: Corner): Corner;
export declare function edges(): (X | Y)[];
export declare const Announcer: import("react").Context<{ announce(text: string, politeness?: "polite" | "assertive"): void }>;
export declare function AnnouncerProvider(props: { children?: import("react").ReactNode }): import("react").ReactElement;
export declare function useAnnouncer(): (text: string) => void;
