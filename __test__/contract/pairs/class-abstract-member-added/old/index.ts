export abstract class Shape {
  abstract name(): string;
}
