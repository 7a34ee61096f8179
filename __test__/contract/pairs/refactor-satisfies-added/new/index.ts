type Handler = (input: string) => number;
export const handlers = {
  length: (input: string) => input.length,
  words: (input: string) => input.split(" ").length,
} satisfies Record<string, Handler>;
export function run(name: keyof typeof handlers, input: string): number { return handlers[name](input); }
