export declare function can(permissions: ReadonlySet<string>, action: string): boolean;
