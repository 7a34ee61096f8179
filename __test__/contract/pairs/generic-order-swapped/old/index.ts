export interface Pair<Left, Right> {
  left: Left;
  right: Right;
}
