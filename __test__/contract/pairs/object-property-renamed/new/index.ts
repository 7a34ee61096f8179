export interface Palette {
  primary?: string;
}
