export interface Roster {
  readonly size: number;
}
export declare function loadRoster(): Roster;
