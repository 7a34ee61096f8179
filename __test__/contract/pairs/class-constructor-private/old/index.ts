export class Session {
  constructor(readonly user: string) {}
  static open(user: string): Session {
    return new Session(user);
  }
}
