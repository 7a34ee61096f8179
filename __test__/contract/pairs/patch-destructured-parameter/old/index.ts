export function fullName(person: { first: string; last: string }): string {
  return `${person.first} ${person.last}`;
}
