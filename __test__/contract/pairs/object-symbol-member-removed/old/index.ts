export interface Roster {
  readonly size: number;
  [Symbol.iterator](): Iterator<string>;
}
export declare function loadRoster(): Roster;
