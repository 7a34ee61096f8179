class Emitter {
  on(event: string): void {
    void event;
  }
}
export class Feed extends Emitter {
  title = "";
}
