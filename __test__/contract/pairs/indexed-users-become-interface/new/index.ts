interface User { id: string; name: string }
export declare function usersById(): ReadonlyMap<string, User>;
