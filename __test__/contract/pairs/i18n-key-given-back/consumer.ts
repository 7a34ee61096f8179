import { lastMissing } from "./surface";
export function text(): string {
  const k = lastMissing();
  switch (k) {
    case undefined: return "";
    case "common:ok": return "1"; case "common:cancel": return "2";
    case "errors:network": return "3"; case "errors:timeout": return "4";
  }
}
