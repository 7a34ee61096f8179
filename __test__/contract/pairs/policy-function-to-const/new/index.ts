export const greet: (name: string, loud?: boolean) => string = name => name;
export function bye(name: string): string { return name; }
