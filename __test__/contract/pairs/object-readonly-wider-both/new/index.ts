export interface Badge {
  readonly tone: string | null;
}
