export enum Unit {
  Metre = "m",
  Foot = "ft",
}
