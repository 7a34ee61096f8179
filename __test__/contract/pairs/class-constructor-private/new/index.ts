export class Session {
  private constructor(readonly user: string) {}
  static open(user: string): Session {
    return new Session(user);
  }
}
