export declare function createSetter(): (mode: "on" | "off") => void;
