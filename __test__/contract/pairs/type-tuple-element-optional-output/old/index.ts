export declare function position(): [x: number, y: number, z: number];
export declare function move(to: readonly [number, number]): void;
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
