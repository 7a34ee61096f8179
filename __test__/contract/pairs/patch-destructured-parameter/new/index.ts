export function fullName({ first, last }: { first: string; last: string }): string {
  return `${first} ${last}`;
}
