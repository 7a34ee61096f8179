export enum Signal {
  Weak,
  Strong,
}
export declare function signal(): Signal;
