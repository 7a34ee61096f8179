export declare function createFeed(): (listener: (event: "open" | "close" | "error") => void) => void;
