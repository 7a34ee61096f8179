export class Store {
  private constructor() {}
  static create(): Store {
    return new Store();
  }
  commit(): void {}
}
