export declare function createMachine<S extends string>(states: readonly S[], initial: S): { can(s: string): boolean };
