export interface Size {
  width: number;
  height: number;
}
export function area(size: Size): number {
  return size.width * size.height;
}
