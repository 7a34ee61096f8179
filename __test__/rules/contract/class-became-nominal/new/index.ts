export class Token {
  readonly text: string = "";
  private seen = 0;
}
