export declare function createFeed(): (listener: (event: "open" | "close") => void) => void;
