export class Index {
  private constructor() {}
  static load(): Index {
    return new Index();
  }
  find(term: string): number {
    return term.length;
  }
}
