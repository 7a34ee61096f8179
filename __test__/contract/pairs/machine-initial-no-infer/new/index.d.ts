export declare function createMachine<S extends string>(states: readonly S[], initial: NoInfer<S>): { can(s: string): boolean };
