interface User { id: string; name: string; email?: string; readonly created: Date }
export type UserRef = Pick<User, "id" | "email" | "created">;
export declare function refOf(id: string): UserRef;
export declare function sendTo(user: UserRef): void;
