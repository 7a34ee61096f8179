class Basket {
  items: string[] = [];
}
export type { Basket };
