export enum Signal {
  Weak,
  Strong,
  Lost,
}
export declare function signal(): Signal;
