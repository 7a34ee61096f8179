export type Stack<T> = {
  push(item: T): void;
  pop(): T | undefined;
};
