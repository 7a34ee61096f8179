class Base {
  ready: boolean = false;
}
export class Player extends Base {
  play(): void {}
}
