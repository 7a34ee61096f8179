export declare function usersById(): ReadonlyMap<string, { id: string; name: string }>;
