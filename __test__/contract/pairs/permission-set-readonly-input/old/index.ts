export declare function can(permissions: Set<string>, action: string): boolean;
