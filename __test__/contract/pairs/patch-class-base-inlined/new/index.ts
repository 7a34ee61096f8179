export class Player {
  ready: boolean = false;
  play(): void {}
}
