export class Renderer {
  draw(): string {
    return "";
  }
}
