import { status } from "./surface";
export function icon(): string {
  switch (status()) {
    case "idle":
      return "-";
    case "busy":
      return "*";
  }
}
