export function greet(name: string): string { return name; }
export function bye(name: string): string { return name; }
