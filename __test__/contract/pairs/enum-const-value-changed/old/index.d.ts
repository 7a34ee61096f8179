export declare const enum Bit {
  Read = 1,
  Write = 2,
}
