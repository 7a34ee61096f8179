interface Commands { move: { x: number; y: number }; say: { text: string }; wait: { ms: number }; }
type Envelope<K extends keyof Commands = keyof Commands> = { [P in K]: { command: P; payload: Commands[P] } }[K];
export declare function dispatchTo<K extends keyof Commands>(e: Envelope<K>): Promise<K>;
export declare function commandNames(): readonly string[];
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
