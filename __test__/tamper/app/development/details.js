import "./details.css";

export function details() {
  return "details 1";
}
