export function fullName(person: { first: string; last?: string }): string {
  const { first, last = "" } = person;
  return [first, last].join(" ");
}
export const initials: (name: string) => string = (value) => value.slice(0, 1);
