export type Flags<K extends string> = { [P in K]?: boolean };
