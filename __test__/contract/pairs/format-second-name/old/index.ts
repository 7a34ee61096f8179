declare function format(cents: number): string;
export { format };
