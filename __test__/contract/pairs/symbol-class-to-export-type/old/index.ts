export class Basket {
  items: string[] = [];
}
