export declare enum Level { Low = "low", High = "high" }
export declare function setLevel(level: Level): void;
