export type UserId = string;
export declare function removeUser(id: UserId): void;
