type Handler = (input: string) => number;
export const handlers = {
  length: (input: string) => input.length,
  words: (input: string) => input.split(" ").length,
} as { length: (input: string) => number; words: (input: string) => number };
export function run(name: keyof typeof handlers, input: string): number { return handlers[name](input); }
