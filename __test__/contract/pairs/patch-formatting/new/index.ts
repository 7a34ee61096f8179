export interface Pin {
  code: string,
  tries: number,
}
