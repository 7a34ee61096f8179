export declare function sign(text: string): Promise<string>;
export declare function verify(text: string, signature: string | ArrayBuffer): Promise<boolean>;
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
