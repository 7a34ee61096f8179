export const hammer: string = "hammer";
export interface Tool {
  weight: number;
}
