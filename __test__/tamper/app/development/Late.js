export default function late() {
  return "late, first";
}
