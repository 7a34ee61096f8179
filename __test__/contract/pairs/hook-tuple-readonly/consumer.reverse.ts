import { useSize } from "./surface";
export function useArea(): number {
  const [width, height] = useSize();
  return width * height;
}
