declare function price(article: string): number;
declare namespace price {
  const currency: "EUR";
}
export = price;
