export interface Report {
  readonly author: string;
}
export declare function buildReport(): Report;
