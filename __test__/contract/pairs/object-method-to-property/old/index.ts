export interface Listener {
  handle(input: string | number): void;
}
