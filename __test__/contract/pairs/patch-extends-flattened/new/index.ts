export interface City {
  name: string;
  people: number;
}
