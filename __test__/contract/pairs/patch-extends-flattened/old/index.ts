interface Named {
  name: string;
}
export interface City extends Named {
  people: number;
}
