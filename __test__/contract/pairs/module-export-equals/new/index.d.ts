declare function price(article: number): number;
declare namespace price {
  const currency: "EUR";
}
export = price;
