export interface Palette {
  main?: string;
}
