export interface Player {
  get volume(): number;
  set volume(v: number);
  readonly src: string;
  play(): Promise<void>;
}
export declare function player(src: string): Player;
