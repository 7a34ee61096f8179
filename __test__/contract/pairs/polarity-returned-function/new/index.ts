export declare function createSetter(): (mode: "on" | "off" | "auto") => void;
