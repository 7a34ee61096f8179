type Role = "guest" | "admin" | "editor";
type User = { readonly roles: ReadonlyArray<Role> } & { readonly id: string };
interface Loaded { readonly roles: readonly Role[]; readonly id: string }
export function hasRole(user: User, ...needed: Role[]): boolean { return needed.length > user.roles.length; }
export function split(user: User): readonly [string, number] { return [user.id, 1]; }
export function load(id: string): Promise<Loaded> { return Promise.resolve({ id, roles: [] }); }
export const toggles: { a: boolean; b: boolean } = { b: true, a: false };
