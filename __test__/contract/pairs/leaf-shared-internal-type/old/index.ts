import type { User } from "./user";
export declare function findUser(id: string): User;
export declare function listUsers(): readonly User[];
export declare function currentUser(): Promise<User>;
