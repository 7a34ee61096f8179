export type Stack<Item> = {
  push(item: Item): void;
  pop(): Item | undefined;
};
