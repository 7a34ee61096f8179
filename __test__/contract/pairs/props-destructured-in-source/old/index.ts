export function fullName({ first, last = "" }: { first: string; last?: string }): string { return `${first} ${last}`; }
export const initials = (name: string): string => name.slice(0, 1);
