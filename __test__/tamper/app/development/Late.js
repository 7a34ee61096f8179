export default function late() {
  return "late 1";
}
