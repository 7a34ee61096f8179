export interface Theme {
  accent: string;
}
export const defaultAccent: string = "teal";
