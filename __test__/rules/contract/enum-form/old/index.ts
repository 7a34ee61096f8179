export enum Rank {
  One = 1,
  Two = 2,
}
