export interface Pair<Right, Left> {
  left: Left;
  right: Right;
}
