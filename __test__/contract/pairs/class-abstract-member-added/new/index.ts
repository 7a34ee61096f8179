export abstract class Shape {
  abstract name(): string;
  abstract area(): number;
}
