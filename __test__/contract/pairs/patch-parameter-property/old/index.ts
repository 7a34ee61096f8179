export class Person {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
