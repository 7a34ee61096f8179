export declare const Level: { readonly Low: "low"; readonly High: "high" };
export type Level = (typeof Level)[keyof typeof Level];
export declare function setLevel(level: Level): void;
