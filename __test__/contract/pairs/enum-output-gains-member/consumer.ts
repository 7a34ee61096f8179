import { Signal, signal } from "./surface";
export function bars(): number {
  switch (signal()) {
    case Signal.Weak:
      return 1;
    case Signal.Strong:
      return 4;
  }
}
