const roles = ["admin", "editor", "guest"] as const;
type Role = (typeof roles)[number];
interface User { readonly id: string; readonly roles: readonly Role[] }
export function hasRole(u: User, ...wanted: readonly Role[]) { return wanted.every((w) => u.roles.includes(w)); }
export function split(u: User) { return [u.id, u.roles.length] as const; }
export async function load(id: string) { return { id, roles: [roles[0]] } as User; }
export const toggles = { a: true, b: false };
