export interface Player {
  get volume(): number;
  
  readonly src: string;
  play(): Promise<void>;
}
export declare function player(src: string): Player;
