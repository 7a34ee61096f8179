export type UserRef = { id: string; email?: string; readonly created: Date };
export declare function refOf(id: string): UserRef;
export declare function sendTo(user: UserRef): void;
