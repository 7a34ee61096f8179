export class Token {
  readonly text: string = "";
}
