export class Cart {
  items: string[] = [];
}
