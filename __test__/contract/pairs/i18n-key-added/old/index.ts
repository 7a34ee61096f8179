type Messages = {
  "cart.title": [];
  "cart.items": [count: number];
};
export declare function t<K extends keyof Messages>(key: K, ...args: Messages[K]): string;
export declare function locale(): "de" | "en";
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
